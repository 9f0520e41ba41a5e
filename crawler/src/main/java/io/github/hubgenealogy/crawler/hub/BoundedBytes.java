package io.github.hubgenealogy.crawler.hub;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body whole, up to a limit and one byte beyond; of a longer one the rest never comes. */
final class BoundedBytes implements BodySubscriber<InputStream> {
  private final CompletableFuture<InputStream> body = new CompletableFuture<>();
  private final long limit;
  private Flow.Subscription subscription;
  private byte[] bytes;
  private int length;

  BoundedBytes(long limit, long announced) {
    this.limit = limit;
    this.bytes = new byte[(int) Math.min(limit + 1, announced < 0 ? 4096 : announced)];
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (length > limit) {
        return;
      }
      int take = (int) Math.min(buffer.remaining(), limit + 1 - length);
      if (length + take > bytes.length) {
        bytes =
            Arrays.copyOf(
                bytes, (int) Math.min(limit + 1, Math.max(length + take, 2L * bytes.length)));
      }
      buffer.get(bytes, length, take);
      length += take;
    }
    if (length > limit) {
      subscription.cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable cause) {
    body.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    body.complete(new ByteArrayInputStream(bytes, 0, length));
  }
}
