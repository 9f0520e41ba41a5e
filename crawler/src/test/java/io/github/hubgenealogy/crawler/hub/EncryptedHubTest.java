package io.github.hubgenealogy.crawler.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.rate.Concurrency;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.crawler.rate.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client over TLS, as it speaks to the real Hub: large pages, and many files at a time. */
final class EncryptedHubTest {
  private static final String PASSWORD = "changeit";
  private static final byte[] PAGE = "x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8);
  private static final byte[] FILE = "# card".repeat(500).getBytes(StandardCharsets.UTF_8);
  private static final int FILES = 2_000;

  @TempDir Path folder;

  private final Tally tally = new Tally();
  private final Waiting waiting = new Waiting(TimeSource.system(), tally, null);

  /** A key of its own, made by the JDK's tool. */
  private Path keyStore() throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hub",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    return store;
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("hub", keys.getCertificate("hub"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static Server serve(Path store) throws Exception {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStorePath(store.toString());
    ssl.setKeyStorePassword(PASSWORD);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, ssl);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            boolean page = request.getHttpURI().getPath().startsWith("/api/");
            response.write(true, ByteBuffer.wrap(page ? PAGE : FILE), callback);
            return true;
          }
        });
    server.start();
    return server;
  }

  private static Integer length(Instant asked, HttpHeaders headers, InputStream body)
      throws IOException {
    return body.readAllBytes().length;
  }

  @Test
  void pages_and_many_files_come_whole_over_tls() throws Exception {
    Path store = keyStore();
    SSLContext before = SSLContext.getDefault();
    Server server = serve(store);
    SSLContext.setDefault(trusting(store));
    ExecutorService threads = Executors.newFixedThreadPool(32);
    HttpSettings settings =
        new HttpSettings(
            null, null, Duration.ofSeconds(30), null, null, null, null, null, null, null);
    try (HubClient client =
        new HubClient(
            Endpoint.of(
                "https://localhost:"
                    + ((ServerConnector) server.getConnectors()[0]).getLocalPort()),
            Token.of(null),
            settings,
            new Concurrency(waiting, 32, 32),
            waiting,
            tally,
            "1")) {
      FileFetch files = new FileFetch(client, 5);
      List<Future<FileFetch.Result>> results = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        String path = "/o/m" + i + "/resolve/main/README.md";
        results.add(threads.submit(() -> files.fetch(client.endpoint().at(path), 10_000)));
      }
      for (int i = 0; i < 10; i++) {
        Ask page = Ask.of(Ask.Kind.PAGE, client.endpoint().at("/api/models"), 4 << 20);
        Answer<Integer> answer = client.ask(page, EncryptedHubTest::length);
        assertThat(answer).as("%s %s", answer, tally.totals()).isInstanceOf(Answer.Given.class);
        assertThat(((Answer.Given<Integer>) answer).body()).isEqualTo(PAGE.length);
      }
      for (Future<FileFetch.Result> result : results) {
        Answer<byte[]> answer = result.get().answer();
        assertThat(answer).as("%s %s", answer, tally.totals()).isInstanceOf(Answer.Given.class);
        assertThat(((Answer.Given<byte[]>) answer).body()).isEqualTo(FILE);
      }
      assertThat(tally.totalOf("troubles.")).isZero();
    } finally {
      threads.shutdownNow();
      SSLContext.setDefault(before);
      server.stop();
    }
  }
}
