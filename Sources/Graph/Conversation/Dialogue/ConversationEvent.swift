package import Engine

/// What wakes the conversation.
package enum ConversationEvent: GraphEvent, Hashable, Codable {
    /// The caller is there and nothing was said yet.
    case began
    /// The caller said or typed something.
    case said(String)
    /// The caller was silent for a while; counts from 1.
    case silence(Int)
    /// A language model's reading of an utterance; `nil` when it failed or was too late.
    case understood(RequestID, Interpretation?)
    /// A language model's words for a reply; `nil` when it failed, was too late or invented something.
    case phrased(RequestID, String?)
    case tool(RequestID, ToolAnswer)
    /// A background task went on.
    case task(BackgroundTask)
    /// Speak what waits in the notification queue.
    case deliver
    /// A person decided what they were asked.
    case decided(RequestID, Decision)
    /// Nobody answered in time.
    case failed(RequestID, RequestFailure)

    package var answers: RequestID? {
        switch self {
        case .understood(let id, _), .phrased(let id, _), .tool(let id, _), .decided(let id, _), .failed(let id, _): id
        case .began, .said, .silence, .task, .deliver: nil
        }
    }

    package var failure: RequestFailure? {
        if case .failed(_, let failure) = self { failure } else { nil }
    }

    package static func telling(_ failure: RequestFailure, of id: RequestID) -> Self? { .failed(id, failure) }

    package static func telling(_ decision: Decision, on id: RequestID) -> Self? { .decided(id, decision) }

    /// What a tool answered, or that it did not; `nil` when this is no such event.
    var toolAnswer: ToolAnswer? {
        switch self {
        case .tool(_, let answer): answer
        case .failed: .failed("no answer in time")
        default: nil
        }
    }
}
