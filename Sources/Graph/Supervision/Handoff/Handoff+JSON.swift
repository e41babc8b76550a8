package import Document
import FoundationEssentials

extension Handoff {
    /// As the API and the event `handoff` show it.
    package var json: JSON {
        var fields: [String: JSON] = [
            "handoff_id": .string(id), "session_id": .string(session), "status": .string(state.rawValue),
            "reason": .string(reason), "priority": .string(priority.name),
            "skills": .array(skills.sorted().map(JSON.string)), "blocking": .bool(isBlocking),
            "requested_at": .string(requestedAt.moment), "version": .int(version),
        ]
        fields["operator"] = `operator`.map(JSON.string)
        fields["message"] = message.map(JSON.string)
        fields["offered_at"] = (offeredAt?.moment).map(JSON.string)
        fields["accepted_at"] = (acceptedAt?.moment).map(JSON.string)
        fields["completed_at"] = (completedAt?.moment).map(JSON.string)
        fields["disposition"] = (disposition?.text).map(JSON.string)
        fields["notes"] = notes.map(JSON.string)
        if !followUps.isEmpty { fields["follow_ups"] = .array(followUps.map(JSON.string)) }
        return .object(fields)
    }
}
