import ArgumentParser
import Audio
import Foundation
import Logging
import Token
import Transport

/// Calls an agent, speaks, and reports what was heard and how fast.
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Call an agent: speak recordings or sentences, and report what it answered and how fast.",
        discussion: """
            Without --url it calls the `parley dev` of this machine. With --url it calls an agent on any LiveKit server: \
            it makes its own token, waits for an agent to come to the room, lets it finish its greeting, and says one \
            line after the other, each when the answer to the last is over. Without anything to say it asks for the \
            opening hours.

            With --json each event is one line: joined, agent_joined, speaking, agent_audio_start, agent_audio_stop, \
            transcript, answer (reply_ms: from the end of the caller's speech to the agent's first sound), barge_in \
            (stop_ms: from the caller's first loud frame to the agent's last loud packet) and ended. `t` is in seconds \
            from the beginning.

            Exit status: 0 when every line was answered, 1 when not, 2 when the server cannot be reached or refuses the \
            credentials, 64 when the command line or a WAV file is wrong.
            """)

    @Option(help: "A WAV file to say: 16-bit PCM, mono or stereo, 8 to 48 kHz. May be repeated.")
    var say: [SpokenArgument] = []

    @Option(help: "A sentence to say with the built-in voice. May be repeated, and mixed with --say.")
    var ask: [SpokenArgument] = []

    @Option(
        help: ArgumentHelp(
            "A WAV file to say over the agent's answer to the line before, SECONDS after it began.",
            valueName: "file@seconds"))
    var interrupt: [InterruptArgument] = []

    @Option(help: ArgumentHelp("Keep what was heard in this WAV file.", valueName: "file"))
    var record: String?

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @Option(help: "The LiveKit server to call: ws://… or wss://…. Default: the `parley dev` of this machine.")
    var url: String?

    @OptionGroup var keys: KeyOptions

    @Option(help: "The room to call into. Default: a new one.")
    var room: String?

    @Option(help: "Ask for the agent of this name; needed on servers whose agents wait to be asked for by name.")
    var agent: String?

    @Option(help: "Who calls. Default: a random name.")
    var identity: String?

    @Option(help: "The control API of `parley dev`, for calls without --url.")
    var api = "http://127.0.0.1:8000"

    @Option(help: "Seconds to wait for the agent, and for each of its answers.")
    var timeout = 30.0

    @Option(help: "Seconds to stay on the line after the last answer.")
    var linger = 0.0

    @OptionGroup var log: LogOptions

    func validate() throws {
        if !(0.1...3600).contains(timeout) { throw ValidationError("--timeout must be between 0.1 and 3600 seconds.") }
        if !(0...3600).contains(linger) { throw ValidationError("--linger must be between 0 and 3600 seconds.") }
        if room?.isEmpty == true { throw ValidationError("--room must not be empty.") }
    }

    func run() async throws {
        var plan = CallPlan(lines: try await lines())
        plan.timings.patience = .milliseconds(Int(timeout * 1000))
        plan.timings.linger = .milliseconds(Int(linger * 1000))
        plan.isRecorded = record != nil
        let call = PlacedCall(
            plan: plan, target: try await target(), isJSON: json, logger: log.logger("parley.call", default: .error))
        try await call.run { try keep($0) }
    }

    /// What to say, in the order of the command line.
    private func lines() async throws(CommandFailure) -> [ScriptLine] {
        var lines: [(position: Int, line: ScriptLine)] = []
        for file in say { lines.append((file.position, try .file(file.text, cue: .afterAgent))) }
        for file in interrupt { lines.append((file.file.position, try .file(file.file.text, cue: .over(file.delay)))) }
        for words in ask { lines.append((words.position, try await .words(words.text, cue: .afterAgent))) }
        if lines.isEmpty { return [try await .words("What are your opening hours?", cue: .afterAgent)] }
        return lines.sorted { $0.position < $1.position }.map(\.line)
    }

    private func target() async throws(CommandFailure) -> CallTarget {
        if url == nil, room == nil, agent == nil, identity == nil {
            if let target = try await LocalCall(api: api).target() { return target }
        }
        let access = try ServerAccess(url ?? ServerAccess.localURL, keys, ProcessInfo.processInfo.environment)
        // A token asks for agents only when it makes the room; a room that was named may be there already.
        if let agent, let room { try await access.dispatch(agent, to: room) }
        return CallTarget(server: access.server, token: try token(access))
    }

    private func token(_ access: ServerAccess) throws(CommandFailure) -> String {
        let asked = room == nil ? agent : nil
        let agents = asked.map { RoomConfiguration(agents: [RoomConfiguration.AgentDispatch(agentName: $0)]) }
        let token = AccessToken(
            identity: identity ?? RandomName.make("caller"), name: "Caller",
            grants: .join(room ?? RandomName.make("call")), roomConfiguration: agents)
        do throws(TokenError) {
            return try token.signed(key: access.key, secret: access.secret, now: Date())
        } catch {
            throw CommandFailure(.usage, "the API key and its secret must not be empty.")
        }
    }

    private func keep(_ samples: [Int16]) throws {
        guard let record else { return }
        let file = WAVFile(samples: samples, rate: ScriptLine.rate)
        do {
            try Data(file.serialized()).write(to: URL(fileURLWithPath: record))
        } catch {
            throw CommandFailure(.failed, "cannot write \(record).")
        }
    }
}
