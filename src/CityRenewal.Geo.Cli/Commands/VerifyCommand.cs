using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Commands.Dossiers;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.Certificates;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>
/// `renewal verify`: whether a certificate proves the bound of a plan on a city, without searching anything, or whether
/// everything in a dossier comes out the same.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "File that renewal propose --certificate wrote, or a dossier that renewal dossier wrote." };
        var city = new Option<string>("--city") { Description = "City file, or any GeoPackage that a preset or --map explains.", Required = true };
        var (map, json, threads, rules) = (Options.Map(), Options.Json(), Options.Threads(), new RuleChoice(isRequired: false));
        var input = new Option<string?>("--input") { Description = "The plan or boundaries of a dossier that holds hashes only." };
        var noted = new Option<string?>("--noted") { Description = "Hash of a dossier's manifest as it was noted when the dossier came." };
        var command = new Command("verify", "Checks the certificate of a plan's bound, or computes a dossier again, against the facts of a city.") { file, city, input, noted, map, threads, json };
        rules.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            if (DossierVerifying.IsZip(path))
            {
                var asked = (path, parsed.GetValue(city)!, parsed.GetValue(map), parsed.GetValue(input), parsed.GetValue(noted), rules.NameIn(parsed));
                return Task.FromResult(DossierVerifying.Run(asked, parsed.GetValue(threads), parsed.GetValue(json), cancel));
            }

            using var stream = File.OpenRead(path);
            var saved = CertificateFile.Read(path, stream);
            var pack = PackOf(saved, parsed, rules);
            RequirePack(saved, pack);
            using var progress = StageLine.OnStandardError();
            var count = parsed.GetValue(threads);
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, count);
            var problem = new CityWork(opened.City) { Threads = count }.Statement(saved.Options, progress, cancel, pack);
            var verdict = CertificateCheck.Of(problem, saved.Certificate, count, cancel);
            progress.Dispose();
            Print(verdict, parsed.GetValue(json));
            return Task.FromResult(verdict.Holds ? ExitCode.Done : ExitCode.Findings);
        });
        return command;
    }

    // Rules of the request itself come with the certificate, those of a pack are named.
    private static RulePack? PackOf(SavedCertificate saved, ParseResult parsed, RuleChoice rules) => saved.RequestRules.Length == 0
        ? rules.Read(parsed)
        : LimitsFile.Parse("the rules of the request", saved.RequestRules, rules.NameIn(parsed), rules.SettingsIn(parsed)).OrThrow().Rules;

    private static void RequirePack(SavedCertificate saved, RulePack? pack)
    {
        if (saved.RulePack != (pack?.Id ?? "") || saved.RulePackHash != (pack?.Hash ?? ""))
        {
            throw new InputException(saved.RulePack.Length == 0
                ? "--rules: the plan was made without rules. Leave --rules out."
                : $"--rules: the plan was made under {saved.RulePack} with the hash {saved.RulePackHash}. Name the same pack with the same settings.");
        }
    }

    private static void Print(CertificateVerdict verdict, bool asJson)
    {
        if (asJson)
        {
            JsonOut.Print(new
            {
                holds = verdict.Holds,
                bound = verdict.Holds ? verdict.Bound : (double?)null,
                units = verdict.Units,
                tight_units = verdict.TightUnits,
                units_without_locks = verdict.UnitsWithoutLocks,
                faults = verdict.Faults.Select(fault => new { unit = fault.Unit, text = fault.Text, text_chinese = fault.TextChinese }),
            });
            return;
        }

        foreach (var fault in verdict.Faults)
        {
            Console.Out.WriteLine($"· {fault.TextChinese}");
            Console.Out.WriteLine($"  {fault.Text}");
        }

        Console.Out.WriteLine(verdict.Holds
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"证书成立 holds: no plan is worth more than {verdict.Bound:N0} m²; {verdict.Units:N0} units, {verdict.TightUnits:N0} of them with flow = cut")
            : "证书不成立 does not hold: the bound is not proven");
    }
}
