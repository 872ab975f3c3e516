#include "store/sessionrows.h"

#include <QHash>

#include <limits>

namespace {

constexpr qint64 farthest = 253'402'300'799'999; ///< ms: the end of the year 9999, and as far back

quint64 folded(qint64 value)
{
    return (quint64(value) << 1) ^ quint64(value >> 63);
}

qint64 unfolded(quint64 value)
{
    return qint64(value >> 1) ^ -qint64(value & 1);
}

/// Numbers are written seven bits a byte, the low ones first.
class Encoder
{
public:
    void number(quint64 &value)
    {
        quint64 rest = value;
        for (; rest >= 0x80; rest >>= 7)
            m_bytes.append(char(rest | 0x80));
        m_bytes.append(char(rest));
    }

    void text(QString &value)
    {
        const QByteArray utf8 = value.left(mostSessionText).toUtf8();
        quint64 size = quint64(utf8.size());
        number(size);
        m_bytes.append(utf8);
    }

    /// Texts that many rows have are written once, then by number.
    void repeated(QString &value)
    {
        quint64 known = m_known.value(value);
        number(known);
        if (known > 0)
            return;
        text(value);
        m_known.insert(value, quint64(m_known.size() + 1));
    }

    static constexpr bool isReading = false;
    [[nodiscard]] bool isGood() const { return true; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    QHash<QString, quint64> m_known;
};

/// Reads what Encoder writes. After the first thing that is not so, only zeros and empty texts.
class Decoder
{
public:
    explicit Decoder(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    void number(quint64 &value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && !m_rest.isEmpty(); shift += 7) {
            const auto byte = quint64(uchar(m_rest.front()));
            m_rest = m_rest.sliced(1);
            value |= (byte & 0x7f) << shift;
            if (byte < 0x80)
                return;
        }
        refuse();
        value = 0;
    }

    void text(QString &value)
    {
        quint64 size = 0;
        number(size);
        if (size > quint64(m_rest.size()))
            return refuse();
        value = QString::fromUtf8(m_rest.first(qsizetype(size)));
        m_rest = m_rest.sliced(qsizetype(size));
        if (value.size() > mostSessionText)
            refuse();
    }

    void repeated(QString &value)
    {
        quint64 known = 0;
        number(known);
        if (known > quint64(m_known.size()))
            return refuse();
        if (known > 0) {
            value = m_known.at(qsizetype(known - 1));
            return;
        }
        text(value);
        m_known.append(value);
    }

    void refuse()
    {
        m_good = false;
        m_rest = {};
    }

    static constexpr bool isReading = true;
    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool isAtEnd() const { return m_good && m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    QStringList m_known;
    bool m_good = true;
};

// What follows both writes and reads, so that the two cannot differ.

template <typename Coder>
void refuse(Coder &coder)
{
    if constexpr (Coder::isReading)
        coder.refuse();
}

/// 0: absent. Otherwise one more than the folded number.
template <typename Coder, typename Number>
void maybe(Coder &coder, std::optional<Number> &value)
{
    quint64 bits = value ? folded(qint64(*value)) + 1 : 0;
    coder.number(bits);
    if (!Coder::isReading || bits == 0)
        return;
    const qint64 number = unfolded(bits - 1);
    if (number < qint64(std::numeric_limits<Number>::min())
        || number > qint64(std::numeric_limits<Number>::max()))
        return refuse(coder);
    value = Number(number);
}

template <typename Coder>
void time(Coder &coder, std::optional<QDateTime> &value, qint64 since)
{
    std::optional<qint64> offset;
    if (value)
        offset = value->toMSecsSinceEpoch() - since;
    maybe(coder, offset);
    if (!Coder::isReading || !offset)
        return;
    if (*offset < -farthest || *offset > farthest)
        return refuse(coder);
    value = QDateTime::fromMSecsSinceEpoch(since + *offset, Qt::UTC);
}

template <typename Coder, typename Choice>
void choice(Coder &coder, Choice &value, Choice last)
{
    auto number = quint64(value);
    coder.number(number);
    if (number > quint64(last))
        return refuse(coder);
    value = Choice(number);
}

template <typename Coder>
void authorization(Coder &coder, std::optional<Authorization> &value, qint64 since)
{
    bool isThere = value.has_value();
    choice(coder, isThere, true);
    if (!isThere)
        return;
    if (!value)
        value.emplace();
    time(coder, value->since, since);
    time(coder, value->until, since);
    maybe(coder, value->dataLimitMb);
    maybe(coder, value->usedBytes);
    maybe(coder, value->downKbps);
    maybe(coder, value->upKbps);
    choice(coder, value->method, AuthorizationMethod::Other);
    choice(coder, value->tellsQuota, true);
    choice(coder, value->tellsRates, true);
}

template <typename Coder>
void client(Coder &coder, WifiClient &value, qint64 since)
{
    quint64 mac = value.key.mac.bits();
    coder.number(mac);
    value.key.mac = MacAddress(mac);
    choice(coder, value.state, ClientState::NotGuest);
    for (QString WifiClient::*own : {&WifiClient::name, &WifiClient::hostName, &WifiClient::ip})
        coder.text(value.*own);
    for (QString WifiClient::*shared :
        {&WifiClient::vendor, &WifiClient::ssid, &WifiClient::accessPoint})
        coder.repeated(value.*shared);
    maybe(coder, value.wireless);
    maybe(coder, value.blocked);
    maybe(coder, value.signalDbm);
    time(coder, value.connectedAt, since);
    authorization(coder, value.authorization, since);
}

template <typename Coder>
void rows(Coder &coder, SessionRows &value)
{
    coder.text(value.controllerId);
    coder.text(value.site.id);
    coder.text(value.site.name);
    coder.text(value.site.reference);
    std::optional<QDateTime> seenAt = value.seenAt;
    time(coder, seenAt, 0);
    if (!seenAt)
        return refuse(coder);
    value.seenAt = *seenAt;
    auto count = quint64(value.clients.size());
    coder.number(count);
    if (count > quint64(mostSessionRows))
        return refuse(coder);
    value.clients.resize(qsizetype(count));
    for (WifiClient &each : value.clients) {
        each.key.controllerId = value.controllerId;
        each.key.siteId = value.site.id;
        client(coder, each, value.seenAt.toMSecsSinceEpoch());
        if (!coder.isGood())
            return;
    }
}

} // namespace

QByteArray encodeSessionRows(const SessionRows &given)
{
    Q_ASSERT(given.clients.size() <= mostSessionRows);
    Encoder encoder;
    SessionRows copy = given;
    rows(encoder, copy);
    return encoder.bytes();
}

std::optional<SessionRows> decodeSessionRows(QByteArrayView bytes)
{
    Decoder decoder(bytes);
    SessionRows read;
    rows(decoder, read);
    return decoder.isAtEnd() ? std::optional(std::move(read)) : std::nullopt;
}
