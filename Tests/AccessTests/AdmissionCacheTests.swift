import Foundation
import Supervision
import Testing

@testable import Access

@Suite("What was looked at") struct AdmissionCacheTests {
    private let now = Door.start

    private func admission(_ id: String, until expiry: Date? = nil) -> Admission {
        Admission(Principal(id: id, role: .supervisor), by: .token(id: id), until: expiry)
    }

    @Test("whom a token names is known for a minute, and never after the token's end")
    func lifetime() {
        let cache = AdmissionCache()
        cache.note(admission("a"), of: "token a", now: now)
        cache.note(admission("b", until: now.addingTimeInterval(10)), of: "token b", now: now)
        #expect(cache.admission("token a", now: now.addingTimeInterval(59.9)) == admission("a"))
        #expect(cache.admission("token a", now: now.addingTimeInterval(60)) == nil)
        #expect(cache.admission("token b", now: now.addingTimeInterval(9.9))?.principal.id == "b")
        #expect(cache.admission("token b", now: now.addingTimeInterval(10)) == nil)
        #expect(cache.admission("token c", now: now) == nil)
    }

    @Test("a standing counts for two seconds, also when the clock goes back")
    func standing() {
        let cache = StandingCache()
        cache.note(false, admission("a"), now: now)
        #expect(cache.answer(admission("a"), now: now.addingTimeInterval(1.9)) == false)
        #expect(cache.answer(admission("a"), now: now.addingTimeInterval(2)) == nil)
        cache.note(true, admission("a"), now: now)
        #expect(cache.answer(admission("a"), now: now.addingTimeInterval(-1)) == nil)
        cache.note(true, admission("a"), now: now)
        cache.forget()
        #expect(cache.answer(admission("a"), now: now) == nil)
    }

    @Test("neither grows without end")
    func bounded() {
        let (admissions, standings) = (AdmissionCache(), StandingCache())
        for number in 0..<10_001 {
            admissions.note(admission("\(number)"), of: "\(number)", now: now)
            standings.note(true, admission("\(number)"), now: now)
        }
        #expect(admissions.admission("0", now: now) == nil && admissions.admission("10000", now: now) != nil)
        #expect(standings.answer(admission("0"), now: now) == nil)
        #expect(standings.answer(admission("10000"), now: now) == true)
    }
}
