package io.github.hubgenealogy.jobs.release;

import io.github.hubgenealogy.lake.command.Fault;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret under which pseudonyms are made. Nothing prints it. */
public final class ReleaseKey implements Serializable {
  /** The environment variable that holds it. */
  public static final String VARIABLE = "HUBGEN_RELEASE_KEY";

  private static final long serialVersionUID = 1L;
  private static final int LEAST_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  /** Bytes of a pseudonym: 80 bits, so that among 10 million names two meet once in 10^10 keys. */
  private static final int PSEUDONYM_BYTES = 10;

  private final byte[] secret;
  private transient Mac mac;

  private ReleaseKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * The key of a text.
   *
   * @param secret what the environment holds, or null
   */
  public static ReleaseKey of(String secret) {
    byte[] bytes = secret == null ? new byte[0] : secret.strip().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LEAST_BYTES) {
      throw Fault.badInput(
          secret == null || secret.isBlank()
              ? "there is no key for the pseudonyms"
              : "the key for the pseudonyms is shorter than " + LEAST_BYTES + " bytes",
          VARIABLE,
          "Make one with: openssl rand -hex 32; keep it, every release needs the same.");
    }
    return new ReleaseKey(bytes);
  }

  /** A pseudonym of a text among those of one kind, in hexadecimal. */
  synchronized String pseudonym(String kind, String text) {
    try {
      if (mac == null) {
        mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret, ALGORITHM));
      }
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(whole, PSEUDONYM_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Tells whether two releases were made under one key, and nothing else of it. */
  String check() {
    return pseudonym("check", "").substring(0, 8);
  }

  @Override
  public String toString() {
    return "a key";
  }
}
