#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// Everything in an event that can name a person: of an intent the MAC address, the names of the
/// device and the guest, and the reason; of an outcome its sentences. Only this is sealed.
struct PersonalPart
{
    QString mac; ///< digits
    QString device;
    QString guest;
    QString room;
    QString login;
    QString reason;
    QString message;
    QString detail;

    [[nodiscard]] bool isEmpty() const { return *this == PersonalPart(); }

    /// A CBOR map of what is not empty.
    [[nodiscard]] QByteArray toCbor() const;
    [[nodiscard]] static std::optional<PersonalPart> fromCbor(const QByteArray &bytes);

    friend bool operator==(const PersonalPart &, const PersonalPart &) = default;
};
