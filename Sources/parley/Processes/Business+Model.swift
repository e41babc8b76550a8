import Logging
import Speech

extension Business {
    /// The language model that the environment names; `nil` when it names none.
    static func chatModel(
        _ environment: [String: String], _ switchboard: Switchboard
    ) throws(CommandFailure) -> (any ChatModel)? {
        do throws(SpeechError) {
            return try SpeechEngines.chatModel(environment, switchboard: switchboard)
        } catch {
            throw CommandFailure(.usage, "the language model cannot be used: \(error).")
        }
    }
}
