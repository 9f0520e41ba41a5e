/**
 * The check against what is known to be true: a simulated Hub's own account comes in, differences
 * from the tables go out. It shares no code with the stages it checks.
 */
package io.github.hubgenealogy.jobs.truth;
