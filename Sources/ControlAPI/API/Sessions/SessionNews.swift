import Document
import Store

/// Background tasks and notifications of a session, as its log tells them.
struct SessionNews {
    private var taskIDs: [String] = []
    private var tasksByID: [String: JSON] = [:]
    private var notificationIDs: [String] = []
    private var notificationsByID: [String: [String: JSON]] = [:]

    init(_ events: [LoggedEvent]) {
        for event in events { take(event) }
    }

    /// As they stand now, in the order in which they were first told.
    var tasks: [JSON] { taskIDs.compactMap { tasksByID[$0] } }

    var notifications: [JSON] { notificationIDs.compactMap { notificationsByID[$0].map(JSON.object) } }

    func notification(_ id: String) -> JSON? { notificationsByID[id].map(JSON.object) }

    mutating func take(_ event: LoggedEvent) {
        switch event.type {
        case "task_update":
            guard let task = event.frame["task"], let id = task["task_id"]?.string else { return }
            if tasksByID.updateValue(task, forKey: id) == nil { taskIDs.append(id) }
        case "notification":
            let frame = event.frame
            guard let id = frame["notification_id"]?.string, notificationsByID[id] == nil else { return }
            notificationIDs.append(id)
            notificationsByID[id] = [
                "notification_id": .string(id), "message": frame["message"] ?? "", "priority": frame["priority"] ?? "",
                "at": .string(event.at.moment),
            ]
        case "notification_ack":
            let frame = event.frame
            guard let id = frame["notification_id"]?.string, notificationsByID[id]?["acknowledged_by"] == nil else {
                return
            }
            notificationsByID[id]?["acknowledged_by"] = frame["by"]?["name"] ?? frame["by"]?["id"]
            notificationsByID[id]?["acknowledged_at"] = .string(event.at.moment)
        default: break
        }
    }
}
