<?php // SPDX-License-Identifier: EUPL-1.2
// Which interventions fit parents in a neighbourhood, and why? Run it by
//   php first-match.php [/usr/share/interventions/php/interventions.h]

function find_interventions(FFI $library, array $musts, array $wishes, int $most): array
{
    [$catalogue, $situation, $match, $output] = array_map(
        fn ($type) => $library->new("struct intv_$type *"), ['catalogue', 'situation', 'match', 'output']);
    try {
        $statuses = [$library->intv_catalogue_builtin(FFI::addr($catalogue)),
                     $library->intv_situation_new($catalogue, FFI::addr($situation))];
        foreach ([$library->INTV_MUST => $musts, $library->INTV_WISH => $wishes] as $importance => $criteria)
            foreach ($criteria as $field => $value)
                $statuses[] = $library->intv_situation_add($situation, $importance, $field, $value, null);
        array_push($statuses, $library->intv_match_new($situation, FFI::addr($match), null),
                   $library->intv_output_new(FFI::addr($output)),
                   $library->intv_write_match($match, $most, 0, $output));
        if ($failed = array_values(array_filter($statuses)))
            throw new RuntimeException($library->intv_status_get_text($failed[0], $library->INTV_DUTCH));
        return json_decode($library->intv_output_get_text($output), true)['matches'];
    } finally {
        $library->intv_output_free($output);
        $library->intv_match_free($match);
        $library->intv_situation_free($situation);
        $library->intv_catalogue_unref($catalogue);
    }
}

try {
    extension_loaded('ffi') || throw new RuntimeException('PHP runs without FFI: add extension=ffi to php.ini.');
    $library = FFI::load($argv[1] ?? '/usr/share/interventions/php/interventions.h');
    $say = fn (string $text) => $library->intv_text_get($text, $library->INTV_DUTCH);
    $found = find_interventions($library, ['target-group' => 'parents'], ['setting' => 'neighbourhood'], 3);
    foreach ($found as $match) {
        echo "{$match['name']['nl']}: {$say("category-{$match['category']}")}\n";
        foreach ($match['criteria'] as $one)
            echo "  {$one['field']}: {$say("state-{$one['state']}")} ({$one['reason']})\n";
    }
} catch (FFI\Exception | RuntimeException $fault) {
    fwrite(STDERR, "Geen antwoord van libinterventions: {$fault->getMessage()}\n");
    exit(2);
}
