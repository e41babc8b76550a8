import Foundation

/// A program that runs to its end.
struct Command: Sendable {
    /// The path of the program, then its arguments.
    private let command: [String]

    init(_ program: Program, _ arguments: [String]) {
        command = [program.path] + arguments
    }

    /// Waits for its end; throws `failed` with what it wrote when it is not content.
    func run() async throws {
        let output = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString).log")
        defer { try? FileManager.default.removeItem(at: output) }
        guard try await ChildProcess(command, output: output.path).wait() != 0 else { return }
        let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        throw ServerError.failed(program: command[0], output: String(text.suffix(2000)))
    }
}
