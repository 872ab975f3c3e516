#include "vault/credentialitem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr int itemVersion = 1;

std::optional<Credential> credentialOf(const QJsonObject &object)
{
    const auto kind = credentialKindFromWord(object.value(u"kind"_s).toString());
    const QJsonValue secret = object.value(u"secret"_s);
    if (!kind || !secret.isString())
        return std::nullopt;
    return Credential{*kind, object.value(u"account"_s).toString(), Secret(secret.toString())};
}

} // namespace

Result<QString> itemOf(const Credentials &credentials)
{
    QJsonArray array;
    for (const Credential &credential : credentials)
        array += QJsonObject{{u"kind"_s, toWord(credential.kind)},
            {u"account"_s, credential.account}, {u"secret"_s, credential.secret.reveal()}};
    const QJsonObject item{{u"version"_s, itemVersion}, {u"credentials"_s, array}};
    const QByteArray json = QJsonDocument(item).toJson(QJsonDocument::Compact);
    if (json.size() > maxItemBytes)
        return fail(Failure::Kind::InvalidInput,
            u"the credentials of one controller take %1 bytes, a keychain item holds %2"_s
                .arg(json.size())
                .arg(maxItemBytes));
    return QString::fromUtf8(json);
}

Result<Credentials> credentialsOf(const QString &item)
{
    const QJsonObject object = QJsonDocument::fromJson(item.toUtf8()).object();
    if (object.value(u"version"_s).toInt() != itemVersion
        || !object.value(u"credentials"_s).isArray())
        return fail(Failure::Kind::KeychainRefused,
            u"the keychain item is not one that this Gatehouse wrote"_s);
    Credentials credentials;
    const QJsonArray array = object.value(u"credentials"_s).toArray();
    for (const auto &each : array) {
        const auto credential = credentialOf(each.toObject());
        if (!credential)
            return fail(
                Failure::Kind::KeychainRefused, u"a credential in the keychain item is damaged"_s);
        putCredential(credentials, *credential);
    }
    return credentials;
}
