using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service.Dossiers;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Certificates;
using CityRenewal.Geo.Stores.Dossiers;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Dossiers;

/// <summary>`renewal dossier`: everything that a judgement rests on in one zip, with hashes, so that anyone who has the data can compute it again.</summary>
internal static class DossierCommand
{
    public static Command Create()
    {
        var (city, map, year, threads, output, json) = (Options.City(), Options.Map(), Options.Year(), Options.Threads(), Options.Output("dossier.zip"), Options.Json());
        var input = new Argument<string>("plan") { Description = "Plan that renewal propose or renewal edit wrote, or a file of boundaries." };
        var layer = new Option<string?>("--layer") { Description = "Layer of a file of boundaries, where it has several." };
        var crs = Options.Whole("--crs", "Reference system of boundaries that name none: EPSG code, 0 for a local metric system.", 0, 999_999);
        var report = new Option<string?>("--report") { Description = "Report to put in, as it is." };
        var certificate = new Option<string?>("--certificate") { Description = "The plan's certificate, as renewal propose --certificate wrote it." };
        var hashesOnly = new Option<bool>("--hashes-only") { Description = "Put in the manifest with the hash of every file, and no file: 仅存哈希." };
        var (rules, stated) = (new RuleChoice(isRequired: false), new StatedChoice());
        var command = new Command("dossier", "Puts a plan or boundaries with findings, evidence, rules and hashes into one zip that renewal verify computes again.")
        {
            city, input, layer, crs, map, year, report, certificate, hashesOnly, threads, output, json,
        };
        rules.AddTo(command);
        stated.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var path = parsed.GetValue(input)!;
            var count = parsed.GetValue(threads);
            var extras = ExtrasOf(parsed.GetValue(report), parsed.GetValue(certificate));
            var isPlan = PlanAreas.IsPlan(path);
            var under = RulesOf(isPlan ? path : null, rules, parsed);
            var outlines = isPlan ? null : OutlineReader.Read(path, parsed.GetValue(layer), parsed.GetValue(crs), progress, cancel);
            var work = new CityWork(CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, count).City) { Threads = count };
            var declared = stated.Read(parsed);
            var desk = new DossierDesk(work, progress, cancel) { Tell = Console.Error.WriteLine };
            var subject = outlines is null
                ? DossierSubject.OfPlan(path, under, desk)
                : DossierSubject.OfBoundaries(outlines, (under, declared, new ProposalOptions { ReferenceYear = parsed.GetValue(year) }), desk);
            RequireFitting(parsed.GetValue(certificate), subject, work);
            IReadOnlyList<DossierPart> parts = [subject.Input, .. subject.Documents, .. under.Files, .. extras];
            progress.Report(new WorkProgress("Writing the dossier", 0));
            var hash = Write(parsed.GetValue(output)!, DossierSaid.Of(subject, under, declared, work), parts, parsed.GetValue(hashesOnly));
            progress.Dispose();
            Print(parsed.GetValue(output)!, (subject, parts, hash), parsed.GetValue(json));
            return Task.FromResult(subject.OpenFindings > 0 ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    private static DossierRules RulesOf(string? plan, RuleChoice rules, ParseResult parsed)
    {
        var (name, settings) = (rules.NameIn(parsed), rules.SettingsIn(parsed));
        if (plan is null)
        {
            return new DossierRules(name, settings);
        }

        var (pack, numbers) = Reopened.Under(PlanFile.Read(plan)).Named(name, settings);
        return new DossierRules(pack, numbers);
    }

    private static List<DossierPart> ExtrasOf(string? report, string? certificate)
    {
        var extras = new List<DossierPart>();
        if (report is not null)
        {
            var ending = Path.GetExtension(report).ToLowerInvariant();
            extras.Add(new DossierPart(DossierVerification.ReportStem + (ending.All(letter => letter is '.' || char.IsAsciiLetterOrDigit(letter)) ? ending : ""), File.ReadAllBytes(report)));
        }

        if (certificate is not null)
        {
            extras.Add(new DossierPart(DossierVerification.CertificateName, File.ReadAllBytes(certificate)));
        }

        return extras;
    }

    // A certificate of another plan would be carried along and found wrong only by whoever verifies.
    private static void RequireFitting(string? certificate, DossierSubject subject, CityWork work)
    {
        if (certificate is null)
        {
            return;
        }

        using var stream = File.OpenRead(certificate);
        var saved = CertificateFile.Read(certificate, stream);
        if (subject.Plan is null)
        {
            throw new InputException("--certificate: boundaries have no certificate. Leave --certificate out.");
        }

        if (saved.Certificate.DataVersion != work.City.DataVersion || saved.RulePackHash != (subject.Pack?.Hash ?? "") || saved.Options.Seed != subject.Options.Seed)
        {
            throw new InputException($"--certificate {certificate}: it proves another plan: its data version, rule pack or seed is not that of this one. Give the certificate that was written with the plan.");
        }
    }

    private static string Write(string path, System.Text.Json.Nodes.JsonObject said, IReadOnlyList<DossierPart> parts, bool hashesOnly)
    {
        var hash = "";
        WholeFile.WriteStream(path, stream => hash = Dossier.Write(stream, said, parts, hashesOnly));
        return hash;
    }

    private static void Print(string path, (DossierSubject Subject, IReadOnlyList<DossierPart> Parts, string Hash) made, bool asJson)
    {
        if (asJson)
        {
            JsonOut.Print(new { written = path, manifest_sha256 = made.Hash, files = made.Parts.Count, areas = made.Subject.Areas, open_findings = made.Subject.OpenFindings, disclaimer = MeasuredPlan.Disclaimer });
            return;
        }

        var table = TextTable.Of("文件 file", ">字节 bytes", "SHA-256");
        foreach (var part in made.Parts.OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            table.Row(part.Name, part.Bytes.Length, Dossier.HashOf(part.Bytes));
        }

        TextTable.Print(table);
        Console.Out.WriteLine($"written: {path}");
        Console.Out.WriteLine($"清单哈希,请登记 hash of the manifest, to be noted: {made.Hash}");
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }
}
