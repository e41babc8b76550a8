import Foundation
import Glibc
import Synchronization

/// A server that runs until it is told to end.
///
/// A shell watches over it: it ends the server when the pipe from this process closes, which happens even when this
/// process is killed.
final class ServerProcess: @unchecked Sendable {
    private let shell: Process
    private let leash: Pipe
    private let ended: DispatchSemaphore
    /// The server's own process id.
    let id: pid_t

    /// Waits for a line or the end of standard input, then ends the server. The line "keep" keeps the folder.
    private static let script = """
        signal=$1; folder=$2; shift 2
        "$@" </dev/null >>"$folder/log" 2>&1 &
        echo $! >"$folder/id.new" && mv "$folder/id.new" "$folder/id"
        read -r word
        kill -s "$signal" $! 2>/dev/null
        wait $!
        [ "$word" = keep ] || rm -rf "$folder"
        """

    /// - Parameters:
    ///   - command: the program and its arguments.
    ///   - folder: for the log and the process id.
    ///   - signal: what ends the server, such as "INT".
    init(_ command: [String], in folder: ServerFolder, endedBy signal: String) async throws {
        let idFile = "\(folder.path)/id"
        try? FileManager.default.removeItem(atPath: idFile)
        let shell = Process()
        let leash = Pipe()
        let ended = DispatchSemaphore(value: 0)
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", Self.script, "sh", signal, folder.path] + command
        shell.currentDirectoryURL = URL(filePath: "/")
        shell.standardInput = leash
        shell.standardOutput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        shell.terminationHandler = { _ in ended.signal() }
        try shell.run()
        self.shell = shell
        self.leash = leash
        self.ended = ended
        id = try await Self.processID(in: idFile)
    }

    /// Ends the server and waits until it has.
    func stop(keepsFolder: Bool) async {
        if keepsFolder { try? leash.fileHandleForWriting.write(contentsOf: Data("keep\n".utf8)) }
        try? leash.fileHandleForWriting.close()
        await Self.offload { [ended] in
            ended.wait()
            ended.signal()
        }
    }

    func send(_ signal: Int32) {
        kill(id, signal)
    }

    private static func processID(in file: String) async throws -> pid_t {
        for _ in 0..<500 {
            if let text = try? String(contentsOfFile: file, encoding: .utf8),
                let id = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
            {
                return id
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw ServerError.failed(program: "/bin/sh", output: "no process id in \(file)")
    }

    private static func offload(_ work: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { done in
            DispatchQueue.global().async {
                work()
                done.resume()
            }
        }
    }
}
