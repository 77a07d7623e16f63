-- What was reopened as its merchant's draft is nothing for the desk until it is handed in again.

update applications set case_state = 'none' where state = 'draft' and case_state = 'closed';
