#include "store/personalpart.h"

#include <QCborMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::pair<QLatin1StringView, QString PersonalPart::*> fields[] = {
    {"mac"_L1, &PersonalPart::mac},
    {"device"_L1, &PersonalPart::device},
    {"guest"_L1, &PersonalPart::guest},
    {"room"_L1, &PersonalPart::room},
    {"login"_L1, &PersonalPart::login},
    {"reason"_L1, &PersonalPart::reason},
    {"message"_L1, &PersonalPart::message},
    {"detail"_L1, &PersonalPart::detail},
};

} // namespace

QByteArray PersonalPart::toCbor() const
{
    QCborMap map;
    for (const auto &[name, field] : fields)
        if (!(this->*field).isEmpty())
            map.insert(name, this->*field);
    return map.toCborValue().toCbor();
}

std::optional<PersonalPart> PersonalPart::fromCbor(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    PersonalPart part;
    for (const auto &[name, field] : fields)
        part.*field = map.value(name).toString();
    return part;
}
