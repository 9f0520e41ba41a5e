package io.github.hubgenealogy.crawler.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that writes bytes as a test says, right or wrong. */
final class RawHub implements AutoCloseable {

  /** What is done with one request. */
  @FunctionalInterface
  interface Reply {
    /**
     * Answers, or leaves it.
     *
     * @return false to leave the connection open and silent
     */
    boolean to(Socket socket, OutputStream out) throws IOException;
  }

  /** Chooses a reply by how many requests came before. */
  @FunctionalInterface
  interface Script {
    Reply reply(int before);
  }

  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  RawHub(Script script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "raw-hub");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      StringBuilder head = new StringBuilder();
      String line;
      while ((line = in.readLine()) != null) {
        head.append(line).append('\n');
        if (line.isEmpty()) {
          heads.add(head.toString());
          if (script.reply(requests.getAndIncrement()).to(socket, socket.getOutputStream())) {
            socket.close();
          }
          return;
        }
      }
    } catch (IOException gone) {
      // The client was faster.
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  /** Request lines and headers as they came. */
  List<String> heads() {
    return heads;
  }

  /** A whole answer; headers as lines. */
  static Reply answer(int status, byte[] body, String... headers) {
    return (socket, out) -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\nConnection: close\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      if (!head.toString().contains("Content-Length")) {
        head.append("Content-Length: ").append(body.length).append("\r\n");
      }
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return true;
    };
  }

  static Reply answer(int status, String body, String... headers) {
    return answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Bytes, and then silence on an open connection. */
  static Reply andSilence(String bytes) {
    return (socket, out) -> {
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return false;
    };
  }

  static Reply reset() {
    return (socket, out) -> {
      socket.setSoLinger(true, 0);
      return true;
    };
  }

  /** Something again and again, until the client has had enough. */
  static Reply endless(String head, byte[] piece) {
    return (socket, out) -> {
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      while (true) {
        out.write(piece);
      }
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
