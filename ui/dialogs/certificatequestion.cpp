#include "ui/dialogs/certificatequestion.h"

#include "phrases/phrases.h"
#include "ui/dialogs/labels.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString aboutText(const TlsPeer &peer, const QDateTime &now)
{
    const QString day
        = QLocale().toString(peer.validUntil.toLocalTime().date(), QLocale::ShortFormat);
    const QString validity = peer.validUntil < now
        ? CertificateQuestion::tr("expired on %1", "certificate").arg(day)
        : CertificateQuestion::tr("valid until %1", "certificate").arg(day);
    const QString subject
        = peer.subject.isEmpty() ? CertificateQuestion::tr("(without a name)") : peer.subject;
    return peer.issuer.isEmpty() || peer.issuer == peer.subject
        ? CertificateQuestion::tr("Issued for %1 by itself, %2.").arg(subject, validity)
        : CertificateQuestion::tr("Issued for %1 by %2, %3.").arg(subject, peer.issuer, validity);
}

} // namespace

CertificateQuestion::CertificateQuestion(QWidget *parent)
    : QWidget(parent)
    , m_fingerprint(labels::fixed())
    , m_about(labels::hint())
    , m_trust(new QCheckBox(tr("T&rust this certificate")))
{
    m_fingerprint->setAccessibleDescription(tr("SHA-256 fingerprint"));
    m_trust->setAccessibleName(tr("Trust this certificate"));
    QLabel *why = labels::hint(tr("This computer does not know who issued the controller's "
                                  "certificate. Compare the SHA-256 fingerprint with "
                                  "the one that the controller shows, then trust it once."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::grid);
    column->addWidget(why);
    column->addWidget(m_fingerprint);
    column->addWidget(m_about);
    column->addWidget(m_trust);
    connect(m_trust, &QCheckBox::toggled, this, &CertificateQuestion::answered);
}

void CertificateQuestion::ask(const TlsPeer &peer, const QDateTime &now)
{
    if (peer.sha256 != m_shown)
        m_trust->setChecked(false);
    m_shown = peer.sha256;
    m_fingerprint->setText(inGroups(peer.sha256));
    const QString note = phrases::certificateNote(peer);
    m_about->setText(note.isEmpty() ? aboutText(peer, now)
                                    : tr("%1 %2", "two sentences").arg(aboutText(peer, now), note));
}

bool CertificateQuestion::isTrusted() const
{
    return m_trust->isChecked();
}

void CertificateQuestion::focusAnswer()
{
    m_trust->setFocus();
}

QString CertificateQuestion::inGroups(const QByteArray &sha256)
{
    constexpr int groupBytes = 4;
    constexpr int lineBytes = 16;
    QString text;
    for (qsizetype i = 0; i < sha256.size(); ++i) {
        if (i > 0)
            text += i % lineBytes == 0 ? u"\n"_s : i % groupBytes == 0 ? u"   "_s : u" "_s;
        text += QString::fromLatin1(sha256.mid(i, 1).toHex().toUpper());
    }
    return text;
}
