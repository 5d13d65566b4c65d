"""Tests of the check itself: each way in which an example can be broken is found.

Usage: STEEPNESS=path/to/steepness python3 check_test.py
"""

import pathlib
import tempfile
import unittest

import check


class BrokenExamples(unittest.TestCase):
    def failures(self, *commands: str) -> int:
        with tempfile.TemporaryDirectory() as name:
            return check.failures([check.Example(command, ["a test"]) for command in commands], pathlib.Path(name))

    def test_good_ones_pass(self):
        self.assertEqual(
            self.failures("steepness table 3.4 --modes '-8;8' --sigma 1", "steepness doctor -o made.txt", "make help"), 0
        )

    def test_an_option_that_is_not_there(self):
        self.assertEqual(self.failures("steepness table 3.4 --mode '-8;8' --sigma 1"), 1)

    def test_quoting_that_the_shell_takes_apart(self):
        self.assertEqual(self.failures("steepness table 3.4 --modes -8;8 --sigma 1"), 1)

    def test_a_first_command_that_fails(self):
        self.assertEqual(self.failures("steepness show no-such-claim && steepness doctor"), 1)

    def test_nothing_is_printed(self):
        self.assertEqual(self.failures("true"), 1)

    def test_a_file_that_is_not_made(self):
        self.assertEqual(self.failures("echo steepness -o made.svg"), 1)

    def test_a_target_that_make_does_not_have(self):
        self.assertEqual(self.failures("make no-such-target"), 1)


class Reading(unittest.TestCase):
    def test_commands_of_a_text(self):
        text = "```\nmake test    # all\nsteepness a \\\n  --b\n```\n\n```swift\nsteepness no\n```\n\n```sh\nsteepness c\n```\n"
        self.assertEqual([example.command for example in check.of_text(text, "x")], ["make test", "steepness a    --b", "steepness c"])

    def test_a_help_without_example(self):
        tree = {"subcommands": [{"commandName": "a", "discussion": "EXAMPLE: steepness a"}, {"commandName": "b"}]}
        self.assertEqual(check.without_example(tree), ["b"])
        self.assertEqual([example.command for example in check.of_help(tree)], ["steepness a"])

    def test_a_command_in_two_places_is_run_once(self):
        found = check.merged([check.Example("x", ["1"]), check.Example("y", ["1"]), check.Example("x", ["2"])])
        self.assertEqual([(example.command, example.places) for example in found], [("x", ["1", "2"]), ("y", ["1"])])


if __name__ == "__main__":
    unittest.main()
