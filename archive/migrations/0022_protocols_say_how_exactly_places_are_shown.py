from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0021_vocabularies_say_what_they_are_in_three_languages"),
    ]

    operations = [
        migrations.AddField(
            model_name="protocol",
            name="locates",
            field=models.CharField(
                choices=[
                    ("exactly", "as it was recorded"),
                    ("hundredth", "in the middle of a cell of 0.01 degrees"),
                    ("tenth", "in the middle of a cell of 0.1 degrees"),
                    ("degree", "in the middle of a cell of one degree"),
                ],
                db_default="exactly",
                default="exactly",
                max_length=9,
            ),
        ),
        migrations.AddConstraint(
            model_name="protocol",
            constraint=models.CheckConstraint(
                condition=models.Q(("locates__in", ["exactly", "hundredth", "tenth", "degree"])),
                name="protocol_locates",
            ),
        ),
    ]
