package io.github.hubgenealogy.simulator.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The hashes that the Hub's headers are made of. */
final class Digests {
  private Digests() {}

  /**
   * The ETag that Express makes of a body (hub-api §2.1, verified on six recorded ones): its length
   * in hexadecimal and the first 27 characters of its SHA-1 in base64.
   */
  static String weakEtag(byte[] body, int length) {
    MessageDigest sha1 = sha1();
    sha1.update(body, 0, length);
    String hash = Base64.getEncoder().encodeToString(sha1.digest()).substring(0, 27);
    return "W/\"" + Integer.toHexString(length) + '-' + hash + '"';
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-1", impossible);
    }
  }
}
