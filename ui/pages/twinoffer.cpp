#include "ui/pages/twinoffer.h"

#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

TwinOffer::TwinOffer(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_text(new TextLabel)
    , m_move(new QPushButton(icons::icon(IconName::Phone), tr("&Move authorization here")))
{
    m_text->wrap();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    column->addWidget(m_text);
    column->addWidget(m_move, 0, Qt::AlignLeading);
    connect(m_move, &QPushButton::clicked, this, &TwinOffer::move);
    hide();
}

void TwinOffer::look(const ClientKey &key)
{
    if (m_asked)
        m_asked->cancel();
    if (m_to != key)
        offer({});
    m_to = key;
    auto *asked = m_gatehouse.findTwin(key);
    m_asked = asked;
    asked->then(this, [this, key](const Result<std::optional<PhoneTwin>> &twin) {
        if (key == m_to && twin)
            offer(*twin);
    });
}

void TwinOffer::offer(const std::optional<PhoneTwin> &twin)
{
    m_twin = twin;
    setVisible(m_twin.has_value());
    if (!m_twin)
        return;
    //: %1 the name of a phone, %2 an address, %3 limits such as "1 h, 500 MB"
    m_text->setText(
        tr("This seems to be the same phone as %1 (%2), with a new address. Left of its "
           "authorization: %3.")
            .arg(m_twin->name, m_twin->from.mac.toString(), phrases::text(m_twin->left)));
}

void TwinOffer::withdraw()
{
    if (m_asked)
        m_asked->cancel();
    m_to = {};
    offer({});
}

void TwinOffer::move()
{
    if (!m_twin)
        return;
    const ClientKey from = m_twin->from;
    const ClientKey to = m_to;
    withdraw();
    if (!m_gatehouse.moveAuthorization(from, to))
        look(to); // it is as it was, or no twin any more
}
