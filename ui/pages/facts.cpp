#include "ui/pages/facts.h"

#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace {
constexpr int nameWidth = 96; ///< so that the values of all groups stand in one line
}

Facts::Facts(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_note(new TextLabel({}, TextRole::Secondary, Token::Ink2))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(new TextLabel(heading, TextRole::Section));
    layout->addLayout(m_grid);
    layout->addWidget(m_note);
    m_grid->setHorizontalSpacing(Theme::gap);
    m_grid->setVerticalSpacing(Theme::grid);
    m_grid->setColumnStretch(1, 1);
    m_note->wrap();
    m_note->hide();
}

int Facts::add(const QString &name, bool fixed)
{
    auto *label = new TextLabel(name, TextRole::Secondary, Token::Ink2);
    label->setMinimumWidth(nameWidth);
    auto *value = new TextLabel({}, fixed ? TextRole::Fixed : TextRole::Body);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!fixed)
        value->wrap();
    const int row = int(m_lines.size());
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
    m_lines += Line{label, value};
    return row;
}

void Facts::set(int line, const QString &value, const QString &toolTip)
{
    const Line &shown = m_lines.at(line);
    if (shown.value->text() != value)
        shown.value->setText(value);
    shown.value->setToolTip(toolTip);
    shown.name->setVisible(!value.isEmpty());
    shown.value->setVisible(!value.isEmpty());
    hideWhenEmpty();
}

void Facts::addBelow(QWidget *widget)
{
    const int lines = m_grid->rowCount();
    m_grid->addWidget(widget, lines, 0, 1, 2);
}

void Facts::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    hideWhenEmpty();
}

void Facts::hideWhenEmpty()
{
    const bool hasLine = std::ranges::any_of(
        m_lines, [](const Line &line) { return !line.value->text().isEmpty(); });
    setVisible(hasLine || !m_note->text().isEmpty());
}
