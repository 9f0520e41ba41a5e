package io.github.hubgenealogy.explorer.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium without a window. A test that needs it is skipped, and says so, where the machine has
 * none; the build's own script installs it.
 */
public final class Browser implements AutoCloseable {
  private static final List<Path> CHROMIUM =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<Path> DRIVER =
      List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium/chromedriver"));

  /** Resolves when an element is there, or the words are in its text; no polling, no sleep. */
  private static final String WAIT =
      """
      const [selector, words, done] = arguments;
      const found = () => [...document.querySelectorAll(selector)]
        .find((each) => words === null || each.textContent.includes(words)
          || (each.getAttribute("aria-label") ?? "").includes(words));
      const look = () => {
        const element = found();
        if (element) { watcher.disconnect(); done(element); }
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
      look();
      """;

  private final ChromeDriver driver;
  private final Path downloads;

  /**
   * Starts it.
   *
   * @param languages as the browser asks for them, such as {@code fr,en}
   * @param downloads where files are kept
   */
  public Browser(String languages, Path downloads) {
    Path chromium = first(CHROMIUM);
    Path chromedriver = first(DRIVER);
    Assumptions.assumeTrue(
        isThere(),
        "SKIPPED: no Chromium with its driver here; install chromium and chromium-driver");
    this.downloads = downloads;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--force-color-profile=srgb",
        "--window-size=1280,900");
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "intl.accept_languages",
            languages,
            "download.default_directory",
            downloads.toString(),
            "download.prompt_for_download",
            false,
            "profile.default_content_setting_values.automatic_downloads",
            1));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
  }

  /** Whether this machine has one. */
  public static boolean isThere() {
    return first(CHROMIUM) != null && first(DRIVER) != null;
  }

  private static Path first(List<Path> places) {
    return places.stream().filter(Files::isExecutable).findFirst().orElse(null);
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /**
   * Shows pages as on a medium.
   *
   * @param medium screen or print
   * @param scheme light or dark
   */
  void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  public Browser open(String address) {
    driver.get(address);
    return this;
  }

  /** The first element of a selector, waited for. */
  public WebElement wait(String selector) {
    return wait(selector, null);
  }

  /** The first element of a selector with some words in its text or label, waited for. */
  public WebElement wait(String selector, String words) {
    return Objects.requireNonNull(
        (WebElement) driver.executeAsyncScript(WAIT, selector, words), selector);
  }

  public void click(String selector) {
    wait(selector).click();
  }

  public void click(String selector, String words) {
    press(wait(selector, words));
  }

  /** A click by script, for what a drawing moves about. */
  void press(WebElement element) {
    driver.executeScript(
        "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))",
        element);
  }

  public void type(String selector, CharSequence... keys) {
    wait(selector).sendKeys(keys);
  }

  public void keys(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  public int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  String text(String selector) {
    return wait(selector).getText();
  }

  public String address() {
    return driver.getCurrentUrl();
  }

  public void back() {
    driver.navigate().back();
  }

  public Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  public void picture(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /**
   * What the browser complained of since the last call: scripts that failed, what a policy forbade.
   */
  public List<String> complaints() {
    List<String> all = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        all.add(entry.getMessage());
      }
    }
    return all;
  }

  /** Waits for a file to be whole; the page's own event of it is not seen from outside. */
  public Path downloaded(String ending) {
    for (int i = 0; i < 400; i++) {
      Path file = tick(ending);
      if (file != null) {
        return file;
      }
    }
    throw new AssertionError("no file " + ending + " came");
  }

  private Path tick(String ending) {
    // A turn of the browser's own clock, so that this does not spin.
    driver.executeAsyncScript("setTimeout(arguments[0], 25)");
    try (Stream<Path> files = Files.list(downloads)) {
      return files
          .filter(each -> each.toString().endsWith(ending) && each.toFile().length() > 0)
          .findFirst()
          .orElse(null);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  static CharSequence enter() {
    return Keys.ENTER;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
