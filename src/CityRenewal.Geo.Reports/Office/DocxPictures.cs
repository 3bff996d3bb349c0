using System.Globalization;
using System.Text;
using CityRenewal.Geo.Reports.Maps;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Office2019.Drawing.SVG;
using DocumentFormat.OpenXml.Packaging;
using Inline = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>
/// Puts maps into the text of a Word document: as SVG, which Word shows since 2016, with the PNG in its place for what shows none.
/// </summary>
internal sealed class DocxPictures(MainDocumentPart main)
{
    private const long WidthEmu = 5_940_000; // 16.5 cm: an A4 page between its usual margins
    private const string SvgExtension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

    private readonly Dictionary<string, string> _swatches = new(StringComparer.Ordinal);

    private int _count;
    private uint _drawn;

    /// <summary>Puts a map at the end of a paragraph, as wide as the text, and what its signs mean below.</summary>
    public void Show(MapPicture picture, string name, Word.Paragraph paragraph)
    {
        var id = NextId();
        Add(ImagePartType.Png, id + "png", picture.Png);
        Add(ImagePartType.Svg, id + "svg", Encoding.UTF8.GetBytes(picture.Svg));
        paragraph.AppendChild(RunOf((id + "png", id + "svg"), name, (WidthEmu, WidthEmu * picture.Height / picture.Width)));
        if (picture.Legend.Count > 0 && paragraph.Parent is not null)
        {
            DocxLegend.After(paragraph, picture.Legend, swatch => Swatch(swatch, (double)WidthEmu / picture.Width));
        }
    }

    // Drawn on the scale of the map; the same sign is kept once in a document.
    private Word.Run Swatch(MapSwatch swatch, double emu)
    {
        if (!_swatches.TryGetValue(swatch.Label, out var id))
        {
            id = _swatches[swatch.Label] = NextId();
            Add(ImagePartType.Png, id, swatch.Png);
        }

        return RunOf((id, null), swatch.Label, ((long)(swatch.Width * emu), (long)(swatch.Height * emu)));
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"map{++_count}");

    private void Add(PartTypeInfo type, string id, byte[] content)
    {
        using var bytes = new MemoryStream(content);
        main.AddImagePart(type, id).FeedData(bytes);
    }

    private Word.Run RunOf((string Png, string? Svg) parts, string name, (long Width, long Height) emu)
    {
        var number = ++_drawn;
        return new Word.Run(new Word.Drawing(new Inline.Inline(
            new Inline.Extent { Cx = emu.Width, Cy = emu.Height },
            new Inline.DocProperties { Id = 10_000 + number, Name = DocxText.Clean(name) },
            new Graphic(new GraphicData(Picture(parts, (number, name), emu)) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        }));
    }

    private static Pic.Picture Picture((string Png, string? Svg) parts, (uint Number, string Name) named, (long Width, long Height) emu)
    {
        var blip = new Blip { Embed = parts.Png };
        if (parts.Svg is not null)
        {
            blip.AppendChild(new BlipExtensionList(new BlipExtension(new SVGBlip { Embed = parts.Svg }) { Uri = SvgExtension }));
        }

        return new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = named.Number, Name = DocxText.Clean(named.Name) }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(blip, new Stretch(new FillRectangle())),
            new Pic.ShapeProperties(
                new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = emu.Width, Cy = emu.Height }),
                new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }));
    }
}
