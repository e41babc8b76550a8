import Conversation
import Document
import FoundationEssentials
import SQL
import Supervision

extension DirectoryEntry {
    /// Throws `corrupt` when another program wrote the row.
    init(row: SQLRow, guests: Set<String>) throws {
        let id: String = try row["id"]
        guard let channel = SessionSummary.Channel(rawValue: try row["channel"]),
            let agent = AgentType(rawValue: try row["agent"])
        else { throw StoreError.corrupt("the record of session \(id)") }
        let ownership = Ownership(workspace: try row["workspace_id"], owner: try row["owner"], guests: guests)
        var summary = SessionSummary(
            id: id, channel: channel, room: try row["room"], startedAt: Date(milliseconds: try row["started_at"]))
        let ended: Int? = try row["ended_at"]
        summary.endedAt = ended.map { Date(milliseconds: $0) }
        summary.endReason = try row["end_reason"]
        summary.turnCount = try row["turn_count"]
        summary.currentAgent = agent
        summary.intent = try row["intent"]
        summary.customerName = try row["customer_name"]
        let tags: String = try row["tags"]
        let record = SessionRecord(
            summary, ownership: ownership, mode: try row["mode"], title: try row["title"],
            tags: (try? JSON(parsing: tags))?.elements.compactMap(\.string) ?? [], lastSequence: try row["last_seq"])
        self.init(
            record: record, isEntered: try row["is_entered"], summarySequence: try row["summary_seq"],
            modeSequence: try row["mode_seq"])
    }

    /// What `row` reads, in the order of `columns`.
    var values: [(any SQLConvertible)?] {
        let summary = record.summary
        return [
            summary.id, record.ownership.workspace, summary.channel.rawValue, summary.room,
            summary.isLive ? "live" : "ended", record.mode, record.ownership.owner, isEntered, record.title,
            JSON.array(record.tags.map(JSON.string)).text, summary.startedAt.inMilliseconds,
            summary.endedAt?.inMilliseconds, summary.endReason, summary.turnCount, summary.currentAgent.rawValue,
            summary.intent, summary.customerName, record.searchText, record.lastSequence, summarySequence,
            modeSequence,
        ]
    }

    static let columns = [
        "id", "workspace_id", "channel", "room", "status", "mode", "owner", "is_entered", "title", "tags",
        "started_at", "ended_at", "end_reason", "turn_count", "agent", "intent", "customer_name", "search",
        "last_seq", "summary_seq", "mode_seq",
    ]
}
