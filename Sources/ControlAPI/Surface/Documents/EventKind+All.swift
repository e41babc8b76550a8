import Document
import Supervision

extension EventKind {
    /// Every type of frame there is.
    package static let all = documented + conversation + people + signals + link + client

    /// Document 004's, key for key.
    private static let documented = [
        EventKind(
            "state_update", "The conversation's state", isDocumented: true,
            [
                .required("current_agent", .text), .required("intent", .anything),
                .required("confidence", .number(0...1)), .required("customer", .fields),
                .required("booking_slots", .fields), .required("pending_tasks", .list(of: .fields)),
            ]),
        EventKind(
            "transcript", "What was said", isDocumented: true,
            [
                .required("role", .text(oneOf: ["user", "assistant"])), .required("content", .words),
                .required("agent_type", .text),
            ]),
        EventKind("task_update", "A task in the background went on", isDocumented: true, [.required("task", .fields)]),
        EventKind(
            "notification", "News for the caller", isDocumented: true,
            [.required("notification_id", .text), .required("message", .words), .required("priority", .text)]),
        EventKind("latency", "How long the stages of a turn took", isDocumented: true, [.required("data", .fields)]),
        EventKind("ping", "Asks for a pong", from: .client, isDocumented: true),
        EventKind("pong", "Answers a ping", isDocumented: true),
        EventKind("heartbeat", "The connection lives", isDocumented: true),
    ]

    private static let conversation = [
        EventKind("lifecycle", "The session began or ended", [.required("session", .fields)]),
        EventKind("turn", "A turn went on, or was cut off", [.required("phase", .text), .optional("turn", .count)]),
        EventKind(
            "transcript_partial", "What somebody seems to be saying",
            [.required("segment_id", .text), .required("text", .words), .required("role", .text)]),
        EventKind(
            "human_transcript", "What a person in the agent's place said",
            [.required("content", .words), .required("participant", .text), .required("attachment", .text)]),
        EventKind("speech", "Words were begun, ended or cut off", [.required("phase", .text)]),
        EventKind("barge_in", "The caller talked over the agent"),
        EventKind("false_interruption", "The agent goes on after a sound that meant nothing"),
        EventKind("graph", "The way through the graph", [.required("events", .list(of: .anything))]),
        EventKind(
            "tool_call", "A tool was called, or answered", [.required("phase", .text), .required("tool", .text)]),
        EventKind("model_fallback", "The rules answered instead of the language model"),
        EventKind("connection", "The call's line was lost or found", [.required("phase", .text)]),
        EventKind(
            "turn_latency", "How long every stage of a turn took, in milliseconds",
            [.required("turn", .count), .required("data", .fields)]),
        EventKind("aside", "What a caller said who has not the floor", [.required("content", .words)]),
        EventKind("floor", "Another of the callers is answered", [.required("participant", .text)]),
        EventKind(
            "recording", "The recording of the call began, ended or was deleted",
            [.required("phase", .text(oneOf: ["started", "finished", "deleted"]))]),
        EventKind("recognizer_replaced", "A recogniser gave no words of somebody who speaks"),
        EventKind("fault", "Something did not come in time", [.required("what", .words)]),
    ]

    private static let people = [
        EventKind(
            "command", "A command came further",
            [
                .required("command_id", .text), .required("command", .text),
                .required("status", .text(oneOf: CommandOutcome.Status.allCases.map(\.rawValue))),
                .optional("turn", .count), .optional("reason", .words), .optional("effect", .words),
            ]),
        EventKind(
            "instruction_ack", "The agent has an instruction", [.required("content", .text(oneOf: ["Received"]))]),
        EventKind("whisper", "A whisper came further", [.required("phase", .text)]),
        EventKind("whisper_expired", "The agent goes on without an instruction"),
        EventKind("takeover", "A takeover came further", [.required("phase", .text)]),
        EventKind(
            "mode", "Who talks has changed", [.required("mode", .text(oneOf: ["ai", "held", "human", "muted"]))]),
        EventKind("lease", "Who has the say", [.optional("holder", .anything), .optional("expires_at", .anything)]),
        EventKind("lease_stolen", "An admin took the say", [.required("from", .anything), .required("to", .anything)]),
        EventKind(
            "instruction", "An instruction went into a turn",
            [.required("command_id", .text), .required("effect", .text), .required("turn", .count)]),
        EventKind(
            "approval", "A tool waits for a person, or no longer; or a person is told of it (`notified`)",
            [
                .optional("approval_id", .text), .required("tool", .text), .required("arguments", .anything),
                .required("status", .text(oneOf: Approval.Status.allCases.map(\.rawValue) + ["notified"])),
            ]),
        EventKind("supervisor_presence", "Who is on the line", [.required("attachments", .list(of: .fields))]),
        EventKind(
            "handoff", "A call on its way to a person", [.required("handoff_id", .text), .required("status", .text)]),
        EventKind("note", "A private note", [.required("text", .words)]),
        EventKind(
            "attachment", "A supervisor's place on the line, for themselves and admins",
            [.required("attachment_id", .text), .required("state", .text(oneOf: ["joined", "changed", "left"]))]),
        EventKind(
            "notification_ack", "Somebody saw to it", [.required("notification_id", .text), .required("by", .fields)]),
        EventKind("session", "What came with the wish to begin it", [.optional("metadata", .anything)]),
    ]

    private static let signals = [
        EventKind(
            "sentiment", "How the caller sounds, every five seconds",
            [.required("score", .number(-1...1)), .required("label", .text), .required("confidence", .number(0...1))]),
        EventKind(
            "satisfaction", "How content the caller may be, every five seconds",
            [.required("score", .number(0...100)), .required("confidence", .number(0...1))]),
        EventKind("feed", "A session in one line, every five seconds", [.required("needs", .anything)]),
        EventKind("agent_status", "Whether an operator is there", [.required("status", .text)]),
        EventKind("level", "A trial event, by which the way of all others is timed", [.required("number", .count)]),
        EventKind(
            "usage", "A budget has reached a limit",
            [
                .required("budget", .text(oneOf: ["soft", "hard"])),
                .required("period", .text(oneOf: ["day", "month"])),
                .required("spent_micros", .count), .optional("limit_micros", .count),
            ]),
        EventKind("error", "Something failed", [.optional("message", .words), .optional("code", .text)]),
    ]

    private static let link = [
        EventKind(
            "hello", "The first frame: where the log stands",
            [
                .required("resumed", .boolean), .required("server_time", .moment),
                .required("capabilities", .list(of: .text)), .required("heartbeat_s", .count),
            ]),
        EventKind("snapshot", "A session as it stands at a number", [.required("seq", .count)]),
        EventKind("resync", "What was missed cannot be sent: begin at a number", [.required("reason", .text)]),
        EventKind(
            "gap", "Frames that newer ones replaced", [.required("from_seq", .count), .required("to_seq", .count)]),
        EventKind("auth_expiring", "Send a new token", [.required("expires_at", .moment)]),
        EventKind(
            "auth", "The new token was taken; without a date it does not run out", [.optional("expires_at", .moment)]),
        EventKind("shutdown", "The server goes down: come back", [.required("retry_ms", .count)]),
    ]

    private static let client = [
        EventKind("auth", "A new token", from: .client, [.required("token", .words)]),
        EventKind("resume", "Send what comes after a number", from: .client, [.required("after_seq", .count)]),
        EventKind(
            "subscribe", "Send a session's events", from: .client,
            [.required("session_id", .text), .optional("after_seq", .count), .optional("types", .list(of: .text))]),
        EventKind("unsubscribe", "Send them no longer", from: .client, [.required("session_id", .text)]),
        EventKind(
            "command", "A command; its id is the key by which it is known when it comes twice", from: .client,
            [.required("id", .text), .required("command", .fields)]),
        EventKind(
            "chat", "Typed words of the caller", from: .client,
            [.required("id", .text), .optional("session_id", .text), .required("message", .words)]),
        EventKind("ack", "What was read", from: .client, [.required("seq", .count)]),
    ]
}
