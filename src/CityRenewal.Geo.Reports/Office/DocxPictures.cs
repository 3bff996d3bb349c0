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

    private uint _count;

    /// <summary>A run with the picture, as wide as the text.</summary>
    public Word.Run RunOf(MapPicture picture, string name)
    {
        var number = ++_count;
        var id = string.Create(CultureInfo.InvariantCulture, $"map{number}");
        var (png, svg) = (main.AddImagePart(ImagePartType.Png, id + "png"), main.AddImagePart(ImagePartType.Svg, id + "svg"));
        using (var bytes = new MemoryStream(picture.Png))
        {
            png.FeedData(bytes);
        }

        using (var bytes = new MemoryStream(Encoding.UTF8.GetBytes(picture.Svg)))
        {
            svg.FeedData(bytes);
        }

        var height = WidthEmu * picture.Height / picture.Width;
        return new Word.Run(new Word.Drawing(new Inline.Inline(
            new Inline.Extent { Cx = WidthEmu, Cy = height },
            new Inline.DocProperties { Id = 10_000 + number, Name = DocxText.Clean(name) },
            new Graphic(new GraphicData(Picture(id, (number, name), height)) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        }));
    }

    private static Pic.Picture Picture(string id, (uint Number, string Name) named, long height) => new(
        new Pic.NonVisualPictureProperties(
            new Pic.NonVisualDrawingProperties { Id = named.Number, Name = DocxText.Clean(named.Name) }, new Pic.NonVisualPictureDrawingProperties()),
        new Pic.BlipFill(
            new Blip(new BlipExtensionList(new BlipExtension(new SVGBlip { Embed = id + "svg" }) { Uri = SvgExtension })) { Embed = id + "png" },
            new Stretch(new FillRectangle())),
        new Pic.ShapeProperties(
            new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = WidthEmu, Cy = height }),
            new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }));
}
