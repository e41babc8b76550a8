import Room
import RoomServer
import Simulation
import Testing
import Timing
import Token

@Suite("Who has left, leaves nothing behind") struct CleanlinessTests {
    @Test("thousands of guests come, talk and go in every way, and every table is empty again")
    func tables() throws {
        let house = try SimulatedHouse()
        for round in 0..<20 {
            var guests: [SimulatedGuest] = []
            for number in 0..<4 {
                let guest = try house.guest("guest \(number)", topology: number % 2 == 0 ? .single : .dual)
                _ = guest.room.publishAudio(name: "microphone", now: house.clock.now)
                guest.room.connect(now: house.clock.now)
                guests.append(guest)
            }
            house.run(for: .milliseconds(round % 3 == 0 ? 20 : 600))
            try? guests[0].room.send(OutgoingData([1]), now: house.clock.now)
            guests[0].room.leave(now: house.clock.now)
            guests[1].isUnreachable = true
            for guest in guests[1...] {
                if let connection = guest.connection { house.board.handleClose(of: connection) }
            }
            for guest in guests[1...] { guest.connection = nil }
            house.run(for: .seconds(1))
            house.guests.removeAll()
        }
        house.run(for: .seconds(60))
        #expect(house.board.tableSizes.allSatisfy { $0.value == 0 }, "\(house.board.tableSizes)")
    }

    @Test("thousands of joins that never connect leave nothing either")
    func joins() throws {
        let house = try SimulatedHouse()
        let token = try house.token("passer-by", grant: .join("room"))
        for number in 0..<2_000 {
            let request = GuestRequest(
                path: "/rtc", query: [:], token: token)
            let connection = ConnectionID(number: UInt64(number))
            house.board.enter(try house.board.admit(request), on: connection)
            if number % 2 == 0 { house.board.handleClose(of: connection) }
            house.drain()
        }
        house.board.handleClose(of: ConnectionID(number: 1999))
        house.run(for: .seconds(60))
        #expect(house.board.tableSizes.allSatisfy { $0.value == 0 }, "\(house.board.tableSizes)")
    }
}
