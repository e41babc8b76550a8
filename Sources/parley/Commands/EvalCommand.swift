import ArgumentParser
import Document
import Evaluation
import Foundation
import Logging
import Speech

/// Performs plays against the conversation, and reports how it did.
struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Perform written conversations, and report success, turns and wrong facts.",
        discussion: """
            A play is a text file that says what a caller says and what must come of it. Each one is performed against \
            the real conversation, with a database and a clock of its own; a price, a time, a date, a name or a number \
            that nothing bears out is a wrong fact. Without paths the plays of this checkout are performed.

            By default rules alone understand the callers, and two runs give the same report. With --model the language \
            model of PARLEY_LLM_URL takes part.

            With --voice the calls of this checkout, or the .call files named, are performed by scripted callers in real \
            rooms, with the embedded engines; after them back-channels, noises and interruptions are played over the \
            agent's answers. Each figure of the report has a bar, and the exit status is 0 when all are kept.

            Exit status: 0 when enough plays succeed and nothing wrong was said, 1 when not, 64 when the command line \
            or the business is wrong.
            """)

    @Argument(help: "Folders of plays, or .play files.")
    var paths: [String] = []

    @OptionGroup var business: BusinessOptions

    @Option(help: "Only the plays whose path or title has these words.")
    var only: String?

    @Option(help: "The percentage of plays that must succeed.")
    var require = 95.0

    @Flag(help: "Let the language model of the environment understand and phrase.")
    var model = false

    @Flag(help: "Perform whole calls by voice.")
    var voice = false

    @Option(help: "With --voice: calls at the same time.")
    var atOnce = 2

    @Option(
        name: .customLong("trials"),
        help: "With --voice: at how many moments of an answer each back-channel, noise and interruption is tried.")
    var trialMoments = 2

    @Flag(help: "With --voice: the trials alone, no calls.")
    var trialsOnly = false

    @Flag(help: "Print the report as one JSON object.")
    var json = false

    @Flag(help: "Show what was said in the plays that failed.")
    var verbose = false

    @OptionGroup var log: LogOptions

    func validate() throws {
        if !(0...100).contains(require) { throw ValidationError("--require must be between 0 and 100 percent.") }
        if !(1...64).contains(atOnce) { throw ValidationError("--at-once must be between 1 and 64.") }
        if !(0...5).contains(trialMoments) { throw ValidationError("--trials must be between 0 and 5.") }
        if voice, model { throw ValidationError("--voice performs with the embedded engines alone.") }
        if business.database != nil {
            throw ValidationError("--database has no meaning here: every play has data of its own.")
        }
    }

    func run() async throws {
        guard !voice else { return try await runByVoice() }
        let library = try self.library()
        let stage = Stage(try business.pack(), model: try chatModel())
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let performances = await Performer(stage: stage).perform(library.plays, atOnce: cores)
        let report = Report(performances, unreadable: library.unreadable)
        Console.print(json ? report.json(transcripts: verbose).text : report.text(transcripts: verbose))
        guard report.reaches(require) else {
            throw CommandFailure(.failed, "\(report.shortfall(of: require)).")
        }
    }

    private func library() throws(CommandFailure) -> PlayLibrary {
        let paths = self.paths.isEmpty ? [Installation.plays].compactMap { $0 } : self.paths
        guard !paths.isEmpty else { throw CommandFailure(.usage, "there is no folder Plays here; name one.") }
        var library = PlayLibrary()
        for path in paths {
            do { try library.add(path) } catch { throw CommandFailure(.usage, "there is no \(path).") }
        }
        if let only { library.keep(only) }
        guard !library.plays.isEmpty || !library.unreadable.isEmpty else {
            throw CommandFailure(.usage, "there is no such play in \(paths.joined(separator: ", ")).")
        }
        return library
    }

    private func chatModel() throws(CommandFailure) -> (any ChatModel)? {
        guard model else { return nil }
        let environment = ProcessInfo.processInfo.environment
        guard let found = try Business.chatModel(environment, log.logger("parley.eval", default: .error)) else {
            throw CommandFailure(.usage, "--model needs PARLEY_LLM_URL.")
        }
        return found
    }
}
