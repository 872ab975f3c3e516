#include "ui/dialogs/redirectdialog.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/dialogs/choicechips.h"
#include "ui/dialogs/labels.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int linesOfAddress = 4;

} // namespace

RedirectDialog::RedirectDialog(Gatehouse &gatehouse, QWidget *parent)
    : Sheet(tr("Authorize from a pasted address"), tr("&Continue"), parent)
    , m_gatehouse(gatehouse)
    , m_address(new QPlainTextEdit)
    , m_found(new TextLabel)
    , m_chips(new ChoiceChips(tr("Site")))
{
    setMinimumWidth(Theme::dialogWidth);
    contents()->setSpacing(Theme::gap);
    contents()->addWidget(labels::hint(
        tr("The address to which the waiting device's browser was sent, out of the browser or out "
           "of a mail. It names the device and the access point.")));
    m_address->setAccessibleName(tr("Address"));
    m_address->setTabChangesFocus(true);
    m_address->setFixedHeight(m_address->fontMetrics().lineSpacing() * linesOfAddress
        + 2 * (Theme::gap + m_address->frameWidth()));
    contents()->addWidget(labels::above(tr("&Address"), m_address));
    m_found->wrap();
    contents()->addWidget(m_found);
    contents()->addWidget(m_chips);
    contents()->addStretch(1);
    connect(m_address, &QPlainTextEdit::textChanged, this, &RedirectDialog::read);
    connect(m_chips, &ChoiceChips::chosen, this, [this] { mainButton()->setEnabled(true); });
    read();
    m_address->setFocus();
}

bool RedirectDialog::takeClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        return false;
    if (const auto redirect = Gatehouse::readRedirect(text); !redirect) {
        // Whatever else it holds is nobody's business here.
        showFailure(redirect.error());
        return false;
    }
    m_address->setPlainText(text);
    if (m_places.size() != 1)
        return false;
    place(m_places.first());
    return true;
}

void RedirectDialog::read()
{
    clearProblem();
    m_redirect.reset();
    m_places.clear();
    const QString text = m_address->toPlainText();
    if (!text.trimmed().isEmpty()) {
        const auto redirect = Gatehouse::readRedirect(text);
        if (redirect) {
            m_redirect = *redirect;
            m_places = m_gatehouse.placesOf(*redirect);
        } else {
            showFailure(redirect.error());
        }
    }
    if (m_redirect && m_places.isEmpty())
        showProblem(tr("No site of the controllers here sends devices to this address. Check that "
                       "the right controller is added and connected."));
    offerPlaces();
}

void RedirectDialog::offerPlaces()
{
    m_chips->clear();
    for (const RedirectPlace &place : std::as_const(m_places))
        m_chips->addChip(nameOf(place));
    m_chips->setVisible(m_places.size() > 1);
    m_chips->setCurrent(m_places.size() == 1 ? 0 : -1);
    mainButton()->setEnabled(m_places.size() == 1);
    QString found;
    if (m_redirect && m_places.size() == 1)
        found = tr("%1 waits at %2.", "MAC address, controller and site")
                    .arg(m_redirect->client.toString(), nameOf(m_places.first()));
    else if (m_places.size() > 1)
        found = tr("%1 may wait at any of these. Which one is it?")
                    .arg(m_redirect->client.toString());
    labels::say(m_found, found);
}

QString RedirectDialog::nameOf(const RedirectPlace &place) const
{
    const ControllerLink *link = m_gatehouse.link(place.controllerId);
    return tr("%1 · %2", "controller, site")
        .arg(link ? link->profile().name : QString(),
            m_gatehouse.siteName(place.controllerId, place.siteId));
}

void RedirectDialog::place(const RedirectPlace &at)
{
    Q_EMIT placed(m_gatehouse.takeRedirect(*m_redirect, at));
}

void RedirectDialog::confirm()
{
    if (m_chips->current() < 0 || m_chips->current() >= m_places.size())
        return;
    accept();
    place(m_places[m_chips->current()]);
}
