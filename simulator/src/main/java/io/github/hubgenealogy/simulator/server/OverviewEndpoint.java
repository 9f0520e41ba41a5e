package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.hub.Account;
import io.github.hubgenealogy.simulator.hub.Hub;
import io.github.hubgenealogy.simulator.json.JsonBytes;

/**
 * Who an owner is: {@code /api/organizations/{name}/overview} and {@code
 * /api/users/{name}/overview}. The fields are those that huggingface_hub's Organization and User
 * read.
 */
final class OverviewEndpoint {
  private OverviewEndpoint() {}

  static Answer of(Hub hub, Route.Overview asked) {
    Account account = hub.account(asked.name());
    if (account == null || account.organisation() != asked.organisation()) {
      return Answer.error(
          404,
          null,
          asked.organisation() ? "This organization does not exist" : "This user does not exist");
    }
    JsonBytes json = new JsonBytes(512);
    json.beginObject();
    json.name("avatarUrl").string("/avatars/simulated.svg");
    if (asked.organisation()) {
      organisation(account, json);
    } else {
      user(account, json);
    }
    return Answer.json(200, json.endObject());
  }

  private static void organisation(Account account, JsonBytes json) {
    json.name("fullname").string(account.fullName());
    json.name("name").string(account.name());
    json.name("type").string("org");
    json.name("details").string("An invented organisation.");
    json.name("isVerified").bool(false);
    json.name("isFollowing").bool(false);
    json.name("numUsers").number(account.members());
    json.name("numModels").number(account.models());
    json.name("numSpaces").number(0);
    json.name("numDatasets").number(account.datasets());
    json.name("numPapers").number(0);
    json.name("numFollowers").number(7 * account.members());
  }

  private static void user(Account account, JsonBytes json) {
    json.name("isPro").bool(false);
    json.name("fullname").string(account.fullName());
    json.name("numModels").number(account.models());
    json.name("numDatasets").number(account.datasets());
    json.name("numSpaces").number(0);
    json.name("numDiscussions").number(0);
    json.name("numPapers").number(0);
    json.name("numUpvotes").number(0);
    json.name("numLikes").number(0);
    json.name("numFollowing").number(0);
    json.name("numFollowers").number(account.members());
    json.name("orgs").beginArray().endArray();
    json.name("user").string(account.name());
    json.name("type").string("user");
    json.name("isFollowing").bool(false);
  }
}
