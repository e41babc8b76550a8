import Foundation

/// A program that runs to its end.
struct Command: Sendable {
    let program: Program
    let arguments: [String]

    init(_ program: Program, _ arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }

    /// Waits for its end; throws `failed` with what it wrote when it is not content.
    func run() async throws {
        let output = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: output) }
        let handle = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = URL(filePath: program.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        let status: Int32 = try await withCheckedThrowingContinuation { ended in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        try handle.close()
        guard status != 0 else { return }
        let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        throw ServerError.failed(program: program.path, output: String(text.suffix(2000)))
    }
}
