using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Certificates;
using CityRenewal.Geo.Stores.Dossiers;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Service.Dossiers;

/// <summary>Computes everything in a dossier again on a city and says what is not the same.</summary>
/// <param name="Dossier">The dossier, its hashes compared.</param>
/// <param name="Desk">The city.</param>
public sealed record DossierVerification(DossierContents Dossier, DossierDesk Desk)
{
    /// <summary>Name of a certificate in a dossier.</summary>
    public const string CertificateName = "plan.certificate";

    /// <summary>Name of a report in a dossier, before the ending that it came with.</summary>
    public const string ReportStem = "report";

    private static readonly HashSet<string> Everything = [];

    // They differ for certain where the data do, and would hide the first number that does.
    private static readonly HashSet<string> Versions = ["data_version", "version"];

    /// <summary>Path of the plan or boundaries, where the dossier holds hashes only; null takes those of the dossier.</summary>
    public string? Input { get; init; }

    /// <summary>Id or path of the rule pack, where the dossier holds hashes only of one that does not come with the program.</summary>
    public string? Rules { get; init; }

    /// <summary>The differences, the data first, then rules, then documents in the order of their names.</summary>
    public IReadOnlyList<DossierDifference> Differences()
    {
        var folder = Directory.CreateTempSubdirectory("dossier-");
        try
        {
            var city = DossierSaid.DifferencesOfCity(Dossier.Manifest, Desk.Work.City, Desk.Work.Threads).ToList();
            return [.. city, .. OfDocuments(folder.FullName, city.Count > 0 ? Versions : Everything)];
        }
        catch (Exception broken) when (broken is FormatException or InvalidOperationException or NullReferenceException)
        {
            throw new StoreException("manifest.json", $"its members are not those of a manifest: {broken.Message}", "Ask whoever made the dossier for it again.", broken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private List<DossierDifference> OfDocuments(string folder, HashSet<string> leftAside)
    {
        var found = new List<DossierDifference>();
        var input = Dossier.Hashes.ContainsKey(DossierSubject.PlanName) ? DossierSubject.PlanName : DossierSubject.BoundariesName;
        DossierSubject subject;
        var (path, rules) = (Given(input, folder), DossierRules.From(Dossier, folder, Rules));
        try
        {
            subject = Subject(path, rules);
        }
        catch (Exception refusal) when (refusal is StoreException or EditException or ProposalOptionsException)
        {
            return [new DossierDifference(input, "computed again", "done", WithoutFolder(refusal.Message, path))];
        }

        Compare(found, "rule_pack", "hash", (DossierSaid.Text(Dossier.Manifest["rule_pack"], "hash"), subject.Pack?.Hash ?? ""));
        foreach (var document in subject.Documents.Append(subject.Input).OrderBy(document => document.Name, StringComparer.Ordinal))
        {
            CompareDocument(found, document, leftAside);
        }

        if (Dossier.Find(CertificateName) is { } proof)
        {
            CheckCertificate(found, proof, subject);
        }

        return found;
    }

    // Where a file lay while it was looked at says nothing of the dossier.
    private static string WithoutFolder(string message, string path) =>
        Path.GetDirectoryName(path) is { Length: > 0 } folder ? message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) : message;

    private string Given(string name, string folder)
    {
        if (Input is { } path)
        {
            return path;
        }

        var bytes = Dossier.Find(name) ?? throw new StoreException("the dossier", "It holds hashes only.", "Give the plan or the boundaries that it was made of with --input.");
        var written = Path.Combine(folder, name);
        File.WriteAllBytes(written, bytes);
        return written;
    }

    private DossierSubject Subject(string input, DossierRules rules)
    {
        if (DossierSaid.Text(Dossier.Manifest, "kind") == "plan")
        {
            return DossierSubject.OfPlan(input, rules, Desk);
        }

        var outlines = OutlineReader.Read(input, null, (int?)Dossier.Manifest["epsg"] is 0 or null ? 0 : null, Desk.Progress, Desk.Cancel);
        var options = new ProposalOptions { ReferenceYear = DossierSaid.YearIn(Dossier.Manifest) };
        return DossierSubject.OfBoundaries(outlines, (rules, DossierSaid.DeclaredIn(Dossier.Manifest), options), Desk);
    }

    private void CompareDocument(List<DossierDifference> found, DossierPart now, HashSet<string> leftAside)
    {
        var hash = Stores.Dossiers.Dossier.HashOf(now.Bytes);
        if (Dossier.Hashes.GetValueOrDefault(now.Name) == hash)
        {
            return;
        }

        if (Dossier.Find(now.Name) is { } was && !now.Name.EndsWith(".gpkg", StringComparison.Ordinal))
        {
            found.AddRange(JsonDifferences.Of(now.Name, was, now.Bytes, leftAside));
        }
        else
        {
            found.Add(new DossierDifference(now.Name, "sha256", Dossier.Hashes.GetValueOrDefault(now.Name) ?? "", hash));
        }
    }

    private void CheckCertificate(List<DossierDifference> found, byte[] proof, DossierSubject subject)
    {
        var saved = CertificateFile.Read(CertificateName, new MemoryStream(proof));
        Compare(found, CertificateName, "rule_pack_hash", (saved.RulePackHash, subject.Pack?.Hash ?? ""));
        var problem = Desk.Work.Statement(saved.Options, Desk.Progress, Desk.Cancel, subject.Pack);
        var verdict = CertificateCheck.Of(problem, saved.Certificate, Desk.Work.Threads, Desk.Cancel);
        if (!verdict.Holds)
        {
            found.Add(new DossierDifference(CertificateName, "holds", "true", verdict.Faults[0].Text));
        }
    }

    private static void Compare(List<DossierDifference> found, string file, string number, (string Was, string Is) values)
    {
        if (values.Was != values.Is)
        {
            found.Add(new DossierDifference(file, number, values.Was, values.Is));
        }
    }
}
