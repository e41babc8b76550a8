import Document
import FoundationEssentials
import Supervision

/// One command of each type, with every field it may have.
enum CommandSamples {
    static let supervisor = Principal(id: "usr_ann", role: .supervisor, name: "Ann")

    static let wire: [JSON] = [
        [
            "type": "say", "text": "Good news.", "when": "now", "interruptible": false, "end_after": true,
            "ttl_ms": 15_000, "dedupe_key": "d1", "precondition": ["turn": 17, "sequence": 412, "mode": "ai"],
        ],
        [
            "type": "inject", "text": "Offer ten percent.", "respond": "now", "scope": "n_turns", "turns": 3,
            "key": "discount", "expires_at": "2026-11-01T09:30:00.250Z",
        ],
        ["type": "inject", "text": "Stay calm.", "respond": "never", "scope": "session"],
        [
            "type": "set_context", "booking_slots": ["date": "2026-11-03"], "customer": ["name": "Bo"],
            "variables": ["a": 1],
        ],
        ["type": "whisper.begin", "excuse": "One second.", "when": "now"],
        ["type": "whisper.begin", "excuse": "none", "when": "next_turn"],
        ["type": "whisper.inject", "text": "Ask for the plate."],
        ["type": "whisper.cancel"],
        ["type": "pause", "say": "Please hold.", "max_s": 45],
        ["type": "resume", "say": "Here I am."],
        ["type": "mute_ai"],
        ["type": "unmute_ai"],
        ["type": "takeover", "attachment_id": "att_1", "announce": "My colleague takes over."],
        ["type": "release", "brief": "He wants Tuesday."],
        ["type": "interrupt"],
        ["type": "regenerate", "guidance": "Shorter."],
        ["type": "goto", "node": "booking"],
        ["type": "transfer", "target": "queue", "skills": ["sales"], "message": "One moment.", "blocking": true],
        ["type": "transfer", "target": "operator", "id": "usr_op", "blocking": false],
        ["type": "transfer", "target": "supervisor", "id": "usr_ann", "blocking": false],
        ["type": "end", "message": "Goodbye.", "reason": "done", "force": false],
        ["type": "cancel", "command_id": "cmd_0"],
        ["type": "note", "text": "Angry."],
        ["type": "chat", "text": "hello"],
        ["type": "decide", "approval_id": "s:#4", "decision": "approve", "message": "fine"],
        ["type": "decide", "approval_id": "s:#4", "decision": "edit", "args": ["time": "10:00"]],
        ["type": "decide", "approval_id": "s:#4", "decision": "reject"],
        ["type": "decide", "approval_id": "s:#4", "decision": "respond", "message": "Tuesday is full."],
        ["type": "lease.acquire", "ttl_s": 60, "steal": true],
        ["type": "lease.renew"],
        ["type": "lease.release"],
    ]
}
