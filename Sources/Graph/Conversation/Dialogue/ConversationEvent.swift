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

    package var answers: RequestID? {
        switch self {
        case .understood(let id, _), .phrased(let id, _), .tool(let id, _): id
        default: nil
        }
    }
}
