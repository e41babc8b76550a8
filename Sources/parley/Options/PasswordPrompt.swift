import Foundation

/// Reads a password where nobody sees it: from the terminal without showing it, or the first line of standard input. Never from
/// an argument, which other users of a machine can see.
enum PasswordPrompt {
    /// Throws when there is no line, or when the two that are typed differ.
    static func read() throws(CommandFailure) -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try line() }
        let first = try hidden("Password: ")
        guard try hidden("The same again: ") == first else {
            throw CommandFailure(.usage, "the two passwords differ.")
        }
        return first
    }

    private static func hidden(_ question: String) throws(CommandFailure) -> String {
        FileHandle.standardError.write(Data(question.utf8))
        var settings = termios()
        tcgetattr(STDIN_FILENO, &settings)
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            Console.complain("")
        }
        return try line()
    }

    private static func line() throws(CommandFailure) -> String {
        guard let line = readLine(strippingNewline: true) else {
            throw CommandFailure(.usage, "a password is read from standard input, and there is none.")
        }
        return line
    }
}
