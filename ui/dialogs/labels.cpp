#include "ui/dialogs/labels.h"

#include <QVBoxLayout>

namespace labels {

TextLabel *hint(const QString &text, Token ink)
{
    auto *label = new TextLabel(text, TextRole::Secondary, ink);
    label->wrap();
    return label;
}

TextLabel *problem()
{
    TextLabel *label = hint({}, Token::RefusedInk);
    label->hide();
    return label;
}

TextLabel *forField(const QString &text, QWidget *field)
{
    auto *label = new TextLabel(text, TextRole::Chip);
    label->setBuddy(field);
    return label;
}

QWidget *above(const QString &text, QWidget *field)
{
    auto *group = new QWidget;
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins({});
    column->setSpacing(Theme::grid);
    column->addWidget(forField(text, field));
    column->addWidget(field);
    column->addStretch();
    return group;
}

TextLabel *fixed(const QString &text)
{
    auto *label = new TextLabel(text, TextRole::FixedSecondary);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void say(QLabel *label, const QString &sentence)
{
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
}

} // namespace labels
