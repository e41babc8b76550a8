import Contract
import Foundation
import Timing
import Token

// Successors of the tokens that guests came with, so that they can come back after an accident.
extension Switchboard {
    /// Guests are given another one this often.
    private static let interval = Duration.seconds(300)

    var date: Date { Date(timeIntervalSince1970: Double(wallClock) / 1000) }

    mutating func sendToken(to guest: Guest) {
        guest.nextToken = now + Self.interval
        let claims = guest.claims
        guard let secret = configuration.secrets[claims.issuer] else { return }
        var token = AccessToken(refreshing: claims)
        token.name = guest.info.name
        token.metadata = guest.info.metadata
        token.attributes = guest.info.attributes
        token.grants?.follow(guest.info.permission)
        let lifetime = AccessToken.refreshedLifetime(of: claims, now: date)
        guard let text = try? token.signed(key: claims.issuer, secret: secret, now: date, validFor: lifetime) else {
            return
        }
        send(.refreshToken(text), to: guest)
    }

    mutating func renewTokens() {
        for guest in Array(guests.values) {
            guard let due = guest.nextToken, due <= now else { continue }
            sendToken(to: guest)
        }
    }
}
