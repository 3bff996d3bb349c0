using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>Looks a part of a Word template over before it is filled, so that everything that is wrong is told at once.</summary>
internal sealed class DocxCheck(string part, OpenXmlElement root, TemplateProblems problems)
{
    private readonly Dictionary<Paragraph, int> _numbers =
        root.Descendants<Paragraph>().Select((paragraph, i) => (paragraph, i)).ToDictionary(pair => pair.paragraph, pair => pair.i + 1);

    public void Check(FieldScope scope) => Container([.. root.ChildElements], scope);

    private void Container(IReadOnlyList<OpenXmlElement> elements, FieldScope scope)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (DocxPassage.At(elements[i]) is { } passage)
            {
                Passage(passage, scope);
                i += passage.Inner.Count + (passage.End is null ? 0 : 1);
            }
            else if (elements[i] is Table table)
            {
                table.Elements<TableRow>().ToList().ForEach(row => Row(row, scope));
            }
            else
            {
                Paragraphs(elements[i], scope);
            }
        }
    }

    private void Passage(DocxPassage passage, FieldScope scope)
    {
        var list = scope.List(passage.List);
        if (list is null)
        {
            problems.Add(PlaceOf(passage.Begin), $"there is no list {passage.List} to repeat for; there are {string.Join(", ", ListsOf(scope))}");
        }

        if (passage.End is null)
        {
            problems.Add(PlaceOf(passage.Begin), $"{{{{each {passage.List}}}}} has no {{{{end}}}} beside it");
        }

        Container(passage.Inner, list is null ? scope : scope.Inside(list.Blank));
    }

    private void Row(TableRow row, FieldScope scope)
    {
        var lists = Placeholder.ListsIn(DocxText.OfAll(row), scope);
        if (lists.Count > 1)
        {
            problems.Add(PlaceOf(row.Descendants<Paragraph>().First()), $"a row can be repeated for one list, here are {string.Join(", ", lists)}");
            return;
        }

        var inner = lists.Count == 1 ? scope.Inside(scope.List(lists[0])!.Blank) : scope;
        row.Elements<TableCell>().ToList().ForEach(cell => Container([.. cell.ChildElements], inner));
    }

    private void Paragraphs(OpenXmlElement element, FieldScope scope)
    {
        foreach (var paragraph in element is Paragraph one ? [one, .. one.Descendants<Paragraph>()] : element.Descendants<Paragraph>())
        {
            problems.Check(PlaceOf(paragraph), DocxText.Of(paragraph), scope);
        }
    }

    private string PlaceOf(Paragraph paragraph) => $"{part}, paragraph {_numbers[paragraph]}";

    private static IEnumerable<string> ListsOf(FieldScope? scope) =>
        scope is null ? [] : scope.Lists.Keys.Concat(ListsOf(scope.Outer)).Distinct().Order(StringComparer.Ordinal);
}
