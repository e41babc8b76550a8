import Session
import Testing

@Test("a room made for a session carries its id")
func roomOfASession() {
    #expect(SessionName.of(room: "sess_abc", job: "AJ_1") == "sess_abc")
}

@Test("any other room gets an id of its own for each job")
func anyRoom() {
    let first = SessionName.of(room: "Front desk/1", job: "AJ_abcdefgh")
    #expect(first == "sess_front-desk-1_aj-abcdefgh")
    #expect(first != SessionName.of(room: "Front desk/1", job: "AJ_zzzzzzzz"))
}

@Test(
    "an id is short and plain whatever the room is called",
    arguments: [String(repeating: "x", count: 900), "", "ü\u{0}💧", "sess_" + String(repeating: "y", count: 900)])
func hostileNames(room: String) {
    let id = SessionName.of(room: room, job: "AJ_1")
    #expect(id.hasPrefix("sess_"))
    #expect(id.utf8.count <= 128)
    #expect(id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
}
