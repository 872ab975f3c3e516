#include "house/catalog.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

CatalogMessage readMessage(QXmlStreamReader &xml, const QString &context)
{
    CatalogMessage message;
    message.context = context;
    message.plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            message.disambiguation = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.finished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.plural) {
                message.translations << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.translations << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

void readContext(QXmlStreamReader &xml, Catalog &catalog)
{
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            catalog.messages << readMessage(xml, context);
        else
            xml.skipCurrentElement();
    }
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(u"%(L?[1-9][0-9]?|n)"_s);
    QStringList found;
    auto match = placeholder.globalMatch(text);
    while (match.hasNext())
        found << match.next().captured();
    found.sort();
    return found;
}

qsizetype mnemonicsOf(const QString &text)
{
    static const QRegularExpression mnemonic(u"(?<!&)&(?=[^&\\s])"_s);
    return text.count(mnemonic);
}

QString endingOf(const QString &text)
{
    static const QRegularExpression ending(u"(\\s+|…|:)$"_s);
    return ending.match(text).captured();
}

QStringList flawsOfForm(const CatalogMessage &message, const QString &translation)
{
    QStringList wanted = placeholdersOf(message.source);
    QStringList there = placeholdersOf(translation);
    if (message.plural) { // "one client" needs no number
        wanted.removeAll(u"%n"_s);
        there.removeAll(u"%n"_s);
    }
    QStringList flaws;
    if (translation.isEmpty())
        flaws << u"it is empty"_s;
    if (wanted != there)
        flaws << u"it has the placeholders (%1), the source has (%2)"_s.arg(
            there.join(u' '), wanted.join(u' '));
    if (mnemonicsOf(message.source) != mnemonicsOf(translation))
        flaws << u"it has %1 mnemonics, the source has %2"_s.arg(mnemonicsOf(translation))
                     .arg(mnemonicsOf(message.source));
    if (endingOf(message.source) != endingOf(translation))
        flaws << u"it ends in '%1', the source in '%2'"_s.arg(
            endingOf(translation), endingOf(message.source));
    return flaws;
}

} // namespace

QString CatalogMessage::key() const
{
    return context + u" | "_s + source + u" | "_s + disambiguation
        + (plural ? u" | plural"_s : QString());
}

Catalog readCatalog(const QByteArray &ts)
{
    Catalog catalog;
    QXmlStreamReader xml(ts);
    if (xml.readNextStartElement())
        catalog.language = xml.attributes().value("language"_L1).toString();
    while (xml.readNextStartElement()) {
        if (xml.name() == "context"_L1)
            readContext(xml, catalog);
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        catalog.error = xml.errorString();
    else if (catalog.language.isEmpty())
        catalog.error = u"the catalog names no language"_s;
    return catalog;
}

QStringList flawsOf(const CatalogMessage &message)
{
    if (!message.finished)
        return {u"it is not finished"_s};
    if (message.translations.isEmpty())
        return {u"it is empty"_s};
    QStringList flaws;
    for (const QString &translation : message.translations)
        flaws << flawsOfForm(message, translation);
    const bool counts = std::any_of(message.translations.begin(), message.translations.end(),
        [](const QString &translation) { return translation.contains("%n"_L1); });
    if (message.plural && message.source.contains("%n"_L1) && !counts)
        flaws << u"no plural form has the number"_s;
    return flaws;
}
