using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>Opens a template, and says in a sentence where it cannot be one.</summary>
internal static class TemplatePackage
{
    private const long LargestPart = 200_000_000;

    /// <summary>How packages are opened: a part of a template is never huge.</summary>
    public static OpenSettings Settings => new() { MaxCharactersInPart = LargestPart };

    /// <summary>Fills a copy of a template.</summary>
    /// <param name="template">Its bytes.</param>
    /// <param name="kind">What it should be, for the message: a Word document (.docx).</param>
    /// <param name="fill">Fills it in place and returns what is wrong.</param>
    public static FilledTemplate Fill(byte[] template, string kind, Func<MemoryStream, IReadOnlyList<string>> fill)
    {
        try
        {
            if (Unpacked(template) > LargestPart)
            {
                return new FilledTemplate([], ["it unpacks to more than 200 MB; take what is no template out of it"]);
            }

            var package = new MemoryStream();
            package.Write(template);
            package.Position = 0;
            var problems = fill(package);
            return problems.Count > 0 ? new FilledTemplate([], problems) : new FilledTemplate(StableZip.Of(package), []);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException)
        {
            return new FilledTemplate([], [$"it is no {kind} that can be read ({broken.Message}); save it anew and try again"]);
        }
    }

    private static long Unpacked(byte[] template)
    {
        using var zip = new ZipArchive(new MemoryStream(template), ZipArchiveMode.Read);
        return zip.Entries.Sum(entry => entry.Length);
    }
}
