using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>Fills a part of a Word template that was looked over; maps come only where there are pictures, in the text.</summary>
internal sealed class DocxFilling(DocxPictures? pictures)
{
    public void Fill(OpenXmlElement container, FieldScope scope)
    {
        for (var element = container.FirstChild; element is not null;)
        {
            var next = element.NextSibling();
            if (DocxPassage.At(element) is { } passage)
            {
                next = passage.End!.NextSibling();
                Repeat(container, passage, scope);
            }
            else if (element is Table table)
            {
                FillTable(table, scope);
            }
            else
            {
                FillParagraphs(element, scope);
            }

            element = next;
        }
    }

    private void Repeat(OpenXmlElement container, DocxPassage passage, FieldScope scope)
    {
        foreach (var item in scope.List(passage.List)!.Items.Value)
        {
            var copy = new Body([.. passage.Inner.Select(element => element.CloneNode(deep: true))]);
            Fill(copy, scope.Inside(item));
            foreach (var element in copy.ChildElements.ToList())
            {
                element.Remove();
                container.InsertBefore(element, passage.Begin);
            }
        }

        passage.Inner.ToList().ForEach(element => element.Remove());
        passage.End!.Remove();
        passage.Begin.Remove();

        // A cell has to end with a paragraph.
        if (container is TableCell && container.LastChild is not Paragraph)
        {
            container.AppendChild(new Paragraph());
        }
    }

    private void FillTable(Table table, FieldScope scope)
    {
        foreach (var row in table.Elements<TableRow>().ToList())
        {
            if (Placeholder.ListsIn(DocxText.OfAll(row), scope) is [var list])
            {
                RepeatRow(table, row, (scope, scope.List(list)!));
            }
            else
            {
                FillRow(row, scope);
            }
        }
    }

    private void RepeatRow(Table table, TableRow row, (FieldScope Scope, FieldList List) repeated)
    {
        foreach (var item in repeated.List.Items.Value)
        {
            var copy = (TableRow)row.CloneNode(deep: true);
            FillRow(copy, repeated.Scope.Inside(item));
            table.InsertBefore(copy, row);
        }

        // A table without any row is none: its only row stays, with nothing in it.
        if (repeated.List.Items.Value.Count > 0 || table.Elements<TableRow>().Count() > 1)
        {
            row.Remove();
        }
        else
        {
            FillRow(row, repeated.Scope.Inside(repeated.List.Blank));
        }
    }

    private void FillRow(TableRow row, FieldScope scope) =>
        row.Elements<TableCell>().ToList().ForEach(cell => Fill(cell, scope));

    private void FillParagraphs(OpenXmlElement element, FieldScope scope)
    {
        foreach (var paragraph in element is Paragraph one ? [one, .. one.Descendants<Paragraph>()] : element.Descendants<Paragraph>().ToList())
        {
            var shown = pictures is null ? [] : Placeholder.In(DocxText.Of(paragraph)).Select(found => (found.Name, scope.Value(found.Name)?.Picture)).ToList();
            DocxText.Fill(paragraph, scope);
            foreach (var (name, picture) in shown)
            {
                if (picture is not null)
                {
                    pictures!.Show(picture(), name, paragraph);
                }
            }
        }
    }
}
