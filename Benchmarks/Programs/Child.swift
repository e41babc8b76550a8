import Foundation
import Timing

/// A program that was started: what it writes goes to files, and it is ended by its process number.
final class Child {
    /// How often files and processes are looked at.
    private static let glance: UInt32 = 20_000

    let name: String
    private let process = Process()
    private let output: URL
    private let complaints: URL

    /// Starts `parley`, or another program, with these arguments.
    /// - Parameter environment: beside what a program needs of this one's; settings of Parley are not passed on.
    init(
        _ arguments: [String], program: String? = nil, environment: [String: String] = [:], in folder: URL
    ) throws {
        name = [program == nil ? "parley" : nil, arguments.first].compactMap(\.self).joined(separator: " ")
        let file = UUID().uuidString
        output = folder.appendingPathComponent("\(file).out")
        complaints = folder.appendingPathComponent("\(file).err")
        process.executableURL = try program.map { URL(fileURLWithPath: $0) } ?? Self.parley
        process.arguments = arguments
        process.environment = Self.cleanEnvironment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.open(output)
        process.standardError = try Self.open(complaints)
        try process.run()
        ChildWatch.add(process.processIdentifier)
    }

    var processNumber: Int32 { process.processIdentifier }
    var lines: [String] { Self.lines(of: output) }
    /// What it wrote to standard error.
    var log: [String] { Self.lines(of: complaints) }

    /// The first line of the output that satisfies `isWanted`.
    func line(within limit: Duration, where isWanted: (String) -> Bool = { _ in true }) throws -> String {
        try find(within: limit) { lines.first(where: isWanted) }
    }

    /// Looks until there is something.
    func find<Found>(within limit: Duration, _ look: () -> Found?) throws -> Found {
        let deadline = Instant.monotonic() + limit
        while true {
            let isOver = !process.isRunning || Instant.monotonic() >= deadline
            if let found = look() { return found }
            if isOver { throw BenchFailure(complaint("does not do what it should")) }
            usleep(Self.glance)
        }
    }

    /// Waits until it has ended by itself; its exit status must be 0.
    func finish(within limit: Duration) throws {
        guard waits(limit) else {
            end()
            throw BenchFailure(complaint("did not end in time"))
        }
        ChildWatch.remove(processNumber)
        if process.terminationStatus != 0 { throw BenchFailure(complaint("failed with \(process.terminationStatus)")) }
    }

    /// Asks it to end, and ends it if it does not.
    func end() {
        if process.isRunning { kill(processNumber, SIGTERM) }
        if !waits(.seconds(15)) {
            kill(processNumber, SIGKILL)
            _ = waits(.seconds(5))
        }
        ChildWatch.remove(processNumber)
    }

    private func waits(_ limit: Duration) -> Bool {
        let deadline = Instant.monotonic() + limit
        while process.isRunning, Instant.monotonic() < deadline { usleep(Self.glance) }
        return !process.isRunning
    }

    private func complaint(_ what: String) -> String {
        "\(name) \(what): \(log.last ?? lines.last ?? "it wrote nothing")"
    }

    /// The `parley` that was built with this program.
    private static var parley: URL {
        get throws {
            let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            let program = own.deletingLastPathComponent().appendingPathComponent("parley")
            guard FileManager.default.isExecutableFile(atPath: program.path) else {
                throw BenchFailure("there is no \(program.path): build it with --product parley")
            }
            return program
        }
    }

    private static var cleanEnvironment: [String: String] {
        let wanted: Set = ["PATH", "HOME", "LANG", "TZ", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "PARLEY_SPEECH_CACHE"]
        return ProcessInfo.processInfo.environment.filter { wanted.contains($0.key) }
    }

    private static func open(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    private static func lines(of file: URL) -> [String] {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        // A line that is still being written is not there yet.
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
