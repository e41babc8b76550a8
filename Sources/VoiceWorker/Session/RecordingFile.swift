import Audio
import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// A call's recording on its way to the disk: both sides, for nobody but the owner to read.
///
/// Frames are collected for a second and written on a thread of their own. Bounded: when the disk is behind by a minute, what
/// comes is not recorded, and the recording is silent there.
package final class RecordingFile: Sendable {
    /// 20 ms of both sides.
    private struct Frame: Sendable {
        var caller: [Int16]
        var agent: [Int16]?
    }

    private struct Output: ~Copyable {
        var recording: CallRecording
        let descriptor: Int32
        var isOpen = true
    }

    private struct Waiting: Sendable {
        var frames: [Frame] = []
        /// Frames handed to the thread and not written.
        var handed = 0
    }

    private static let batch = 50
    private static let mostHanded = 3_000
    private static let thread = DispatchQueue(label: "recordings", qos: .utility)

    package let path: String
    private let waiting = Mutex(Waiting())
    private let output: Mutex<Output>

    /// - Parameters:
    ///   - folder: must exist.
    ///   - session: names the file.
    ///   - rate: of the agent's voice.
    /// - Throws: when no new file can be made there.
    package init(in folder: String, session: String, rate: Int) throws {
        let recording = try CallRecording(serial: .random(in: .min ... .max), agentRate: rate)
        guard let (path, descriptor) = Self.create(in: folder, session) else {
            throw CocoaError(.fileWriteUnknown)
        }
        self.path = path
        output = Mutex(Output(recording: recording, descriptor: descriptor))
        Self.thread.async { [self] in
            output.withLock { Self.write($0.recording.beginning(remarks: ["TITLE=\(session)"]), to: $0.descriptor) }
        }
    }

    /// A session that goes on in another process has a second part.
    private static func create(in folder: String, _ session: String) -> (path: String, descriptor: Int32)? {
        let name = String(session.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "-" })
        for part in 1...9 {
            let path = "\(folder)/\(name)\(part == 1 ? "" : "-\(part)").opus"
            let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            if descriptor >= 0 { return (path, descriptor) }
            guard errno == EEXIST else { return nil }
        }
        return nil
    }

    // MARK: The call's side

    package func append(caller: [Int16], agent: [Int16]?) {
        let batch = waiting.withLock { waiting -> [Frame] in
            guard waiting.handed < Self.mostHanded else { return [] }
            waiting.frames.append(Frame(caller: caller, agent: agent))
            return waiting.frames.count >= Self.batch ? Self.take(&waiting) : []
        }
        if !batch.isEmpty { hand(batch) }
    }

    /// Nothing follows.
    package func finish() {
        hand(waiting.withLock { Self.take(&$0) })
        Self.thread.async { [self] in
            output.withLock { output in
                guard output.isOpen else { return }
                if let bytes = try? output.recording.end() { Self.write(bytes, to: output.descriptor) }
                close(output.descriptor)
                output.isOpen = false
            }
        }
    }

    /// It is not to be kept.
    package func discard() {
        Self.thread.async { [self] in
            output.withLock { output in
                if output.isOpen { close(output.descriptor) }
                output.isOpen = false
                unlink(path)
            }
        }
    }

    /// Returns when everything until now is on the disk, for whoever looks at it.
    package func settled() async {
        await withCheckedContinuation { done in Self.thread.async { done.resume() } }
    }

    private static func take(_ waiting: inout Waiting) -> [Frame] {
        defer { waiting.frames = [] }
        waiting.handed += waiting.frames.count
        return waiting.frames
    }

    // MARK: The thread

    private func hand(_ frames: [Frame]) {
        Self.thread.async { [self] in
            output.withLock { output in
                for frame in frames where output.isOpen {
                    guard let bytes = try? output.recording.append(caller: frame.caller, agent: frame.agent) else {
                        continue
                    }
                    Self.write(bytes, to: output.descriptor)
                }
            }
            waiting.withLock { $0.handed -= frames.count }
        }
    }

    /// A full disk ends nothing but the recording.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest.removeFirst(count)
        }
    }
}
